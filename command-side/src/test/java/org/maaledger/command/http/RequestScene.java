package org.maaledger.command.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.maaledger.command.testing.TeesValley.MIDDLESBROUGH;
import static org.maaledger.command.testing.TeesValley.officer;

import java.util.Map;
import org.maaledger.command.testing.CommandNode;
import org.maaledger.command.testing.CommandNode.Reply;
import org.maaledger.command.testing.Stories;
import org.maaledger.log.testing.LedgerDatabase;

/** A command side with reference data, and the first request of most stories. */
final class RequestScene implements AutoCloseable {

    static final String DRAFT = """
            {"kind": "multi-area-agreement", "title": "Tees Valley Multi Area Agreement", "edition": "laa-maa-2008",
             "from": "2008-04-01", "to": "2011-03-31", "area": "maa:tees-valley",
             "responsibleAuthority": "E06000002", "governmentOffice": "go:north-east",
             "members": ["E06000002", "E06000004"], "partners": ["police:cleveland"], "actedOn": "2008-05-01"}""";

    final LedgerDatabase ledger = LedgerDatabase.create();
    CommandNode node = new CommandNode(ledger);

    RequestScene() {
        Stories.referenceData(node);
    }

    static Map<String, String> key(String key) {
        return Map.of("Idempotency-Key", key);
    }

    static Map<String, String> key(String key, String ifMatch) {
        return Map.of("Idempotency-Key", key, "If-Match", ifMatch);
    }

    Reply draft(String key) {
        return node.post(officer(MIDDLESBROUGH), "/v1/agreements", DRAFT, key(key));
    }

    /** From now on another process answers. */
    void restart() {
        node.close();
        node = new CommandNode(ledger);
    }

    static Reply accepted(Reply reply) {
        assertThat(reply.status()).as(reply.body().toString()).isEqualTo(200);
        return reply;
    }

    @Override
    public void close() {
        node.close();
        ledger.close();
    }
}
