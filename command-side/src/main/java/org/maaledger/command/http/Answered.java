package org.maaledger.command.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectWriter;
import java.net.URI;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/**
 * An answer on its way out.
 *
 * @param tag the version of the thing addressed: its entity tag
 */
public record Answered(Answer answer, long tag, boolean replayed, ObjectWriter writer) {

    /** 201, with the address of what was made. */
    public ResponseEntity<byte[]> created(String location) {
        return response(ResponseEntity.status(HttpStatus.CREATED).location(URI.create(location)));
    }

    /** 200. */
    public ResponseEntity<byte[]> ok() {
        return response(ResponseEntity.ok());
    }

    private ResponseEntity<byte[]> response(ResponseEntity.BodyBuilder response) {
        response.eTag("\"" + tag + "\"");
        if (replayed) {
            response.header("Idempotency-Replayed", "true");
        }
        try {
            return response.contentType(MediaType.APPLICATION_JSON).body(writer.writeValueAsBytes(answer));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an answer is made of values that JSON can write", e);
        }
    }
}
