package org.maaledger.command.http;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.maaledger.command.decision.Act;
import org.maaledger.command.decision.CommandRefused;
import org.maaledger.command.decision.LedgerCommand;
import org.maaledger.command.decision.RefusalKind;
import org.maaledger.command.http.FirstAnswers.FirstAnswer;
import org.maaledger.command.shell.Dispatch;
import org.maaledger.command.shell.Outcome;
import org.maaledger.command.shell.RequestRepeated;
import org.maaledger.command.shell.Submission;
import org.maaledger.kernel.provenance.Actor;
import org.springframework.http.ResponseEntity;

/** Where requests hand in their commands: carried out once for each idempotency key, however often they are sent. */
public final class CommandDesk {

    private final RecordBinder binder;
    private final Dispatch dispatch;
    private final FirstAnswers firstAnswers;
    private final InstantSource clock;
    private final ObjectWriter answers;

    /** @param json writes events as they are stored, and instants and dates in ISO 8601 */
    public CommandDesk(
            RecordBinder binder, Dispatch dispatch, FirstAnswers firstAnswers, InstantSource clock, ObjectMapper json) {
        this.binder = binder;
        this.dispatch = dispatch;
        this.firstAnswers = firstAnswers;
        this.clock = clock;
        this.answers = json.writerFor(Answer.class);
    }

    /** The command that a request carries in its body and its address. */
    public <C extends Record & LedgerCommand> C read(Class<C> type, WriteRequest request) {
        return read(type, request, Map.of());
    }

    /**
     * The command that a request carries.
     *
     * @param otherwise values to take where the request gives none: the id of what is made
     */
    public <C extends Record & LedgerCommand> C read(
            Class<C> type, WriteRequest request, Map<String, Object> otherwise) {
        return binder.bind(type, request.body(), request.variables(), otherwise);
    }

    /** Carries out a command on what it is addressed to, which the request has seen in a version that it names. */
    public <C extends Record & LedgerCommand> ResponseEntity<byte[]> change(
            Class<C> type, WriteRequest request, Actor actor) {
        C command = read(type, request);
        return perform(request.onVersionOf(command.stream()), actor, command).ok();
    }

    /** Carries the command out, or gives the answer that the same request got before. */
    public Answered perform(WriteRequest request, Actor actor, LedgerCommand command) {
        return perform(request, actor, command, Map.of());
    }

    /**
     * Carries out a command that makes something, or whose events belong to something else than it is addressed to.
     *
     * @param named the id of what the command makes or of what its events belong to, by its field name in the answer
     */
    public Answered perform(WriteRequest request, Actor actor, LedgerCommand command, Map<String, Object> named) {
        Submission.Request identity = request.identity(actor);
        Act act = new Act(actor, actedOn(command.actedOn()));
        try {
            Outcome outcome = dispatch.send(command, new Submission(act, identity, request.view()));
            Answer answer = Answer.of(outcome.events(), outcome.append().receipts(), act.on(), named);
            return answered(request, command, answer, false);
        } catch (CommandRefused refused) {
            FirstAnswer first = firstAnswer(identity, refused).orElseThrow(() -> refused);
            return answered(request, command, replayed(first, named), true);
        } catch (RequestRepeated repeated) {
            FirstAnswer first = firstAnswer(identity, null).orElseThrow(() -> repeated);
            return answered(request, command, replayed(first, named), true);
        }
    }

    /** The entity tag is of what the request is addressed to, as it was right after the command. */
    private Answered answered(WriteRequest request, LedgerCommand command, Answer answer, boolean replayed) {
        String addressed = request.viewed().orElse(command.stream());
        long tag = addressed.equals(command.stream())
                ? answer.version()
                : firstAnswers.versionAt(addressed, answer.position());
        return new Answered(answer, tag, replayed, answers);
    }

    /**
     * The id of what a request makes when it does not choose one: it follows from the client and its key, so that the same request
     * sent again means the same thing. A UUID of version 8 (RFC 9562): 122 bits of SHA-256.
     */
    public UUID derivedId(WriteRequest request, Actor actor, String kind) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256")
                    .digest(String.join("\n", kind, actor.id().toString(), request.key())
                            .getBytes(StandardCharsets.UTF_8));
            long high = 0;
            long low = 0;
            for (int i = 0; i < 8; i++) {
                high = (high << 8) | (hash[i] & 0xff);
                low = (low << 8) | (hash[i + 8] & 0xff);
            }
            return new UUID((high & ~0xf000L) | 0x8000L, (low & ~(0xc0L << 56)) | (0x80L << 56));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** The date of the act: as given, or today in Europe/London; an act of the future is refused. */
    private LocalDate actedOn(@Nullable LocalDate given) {
        LocalDate today = clock.instant().atZone(Answer.LONDON).toLocalDate();
        if (given == null) {
            return today;
        }
        if (given.isAfter(today)) {
            throw RequestRefused.invalid(
                    new FieldError("/actedOn", "value", "%s has not come yet; today is %s".formatted(given, today)));
        }
        return given;
    }

    /**
     * The first answer to this request, if there was one. Authorisation comes first: who may no longer do this sees it only if it is
     * exactly the request that this same actor made.
     */
    private Optional<FirstAnswer> firstAnswer(Submission.Request identity, @Nullable CommandRefused refused) {
        Optional<FirstAnswer> first = firstAnswers.find(identity);
        if (first.isPresent() && !first.get().requestHash().equals(identity.hash())) {
            RefusalKind kind =
                    refused == null ? null : refused.refusal().grounds().kind();
            if (kind == RefusalKind.FORBIDDEN || kind == RefusalKind.UNKNOWN) {
                return Optional.empty();
            }
            throw RequestRefused.keyReused();
        }
        return first;
    }

    private static Answer replayed(FirstAnswer first, Map<String, Object> named) {
        return Answer.of(first.events(), first.receipts(), first.actedOn(), named);
    }
}
