package org.maaledger.query.feed;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import org.maaledger.kernel.provenance.Actor;
import org.maaledger.query.history.Step;
import org.maaledger.query.http.Busy;
import org.maaledger.query.moment.Answer;
import org.maaledger.query.moment.Asked;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.SmartLifecycle;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** Open streams of server-sent events: each follows the feed on a thread of its own until the client goes. */
@Component
final class FeedStreams implements SmartLifecycle {

    /** As many clients as one node follows the ledger for; each asks the database a few times a second. */
    static final int STREAMS_MAX = 100;

    /** A stream ends after that time, and the client comes again with its Last-Event-ID; so rights are checked anew with its token. */
    private static final Duration LIFE = Duration.ofMinutes(30);

    private static final Duration LOOK_AGAIN = Duration.ofMillis(250);

    /** Nothing new for so long: a remark keeps the connection alive and tells the client how far it has come. */
    private static final Duration QUIET = Duration.ofSeconds(15);

    /** Bounds what a stream holds in memory for a client that reads slowly; no connection is held while it reads. */
    private static final int EVENTS_AT_ONCE = 200;

    private final Feed feed;
    private final Duration quiet;
    private final Semaphore places = new Semaphore(STREAMS_MAX);
    private final Set<SseEmitter> open = ConcurrentHashMap.newKeySet();

    private volatile boolean running;

    @Autowired
    FeedStreams(Feed feed) {
        this(feed, QUIET);
    }

    /** With a remark after {@code quiet} without an event. */
    FeedStreams(Feed feed, Duration quiet) {
        this.feed = feed;
        this.quiet = quiet;
    }

    SseEmitter open(long after, Actor actor) {
        if (!running) {
            throw new Busy("this node is stopping: come again, and another one answers");
        }
        feed.await(after);
        if (!places.tryAcquire()) {
            throw new Busy(
                    "%d programs follow the ledger here already: come again, or ask for pages".formatted(STREAMS_MAX));
        }
        SseEmitter emitter = new SseEmitter(LIFE.toMillis());
        AtomicBoolean gone = new AtomicBoolean();
        Runnable leave = () -> {
            if (gone.compareAndSet(false, true)) {
                open.remove(emitter);
                places.release();
            }
        };
        emitter.onCompletion(leave);
        emitter.onTimeout(emitter::complete);
        emitter.onError(failure -> leave.run());
        open.add(emitter);
        Thread.ofPlatform().daemon().name("feed").start(() -> follow(emitter, after, actor, gone, leave));
        return emitter;
    }

    private void follow(SseEmitter emitter, long from, Actor actor, AtomicBoolean gone, Runnable leave) {
        try {
            send(emitter, from, actor, gone);
            // Whoever notices by itself that the node stops is not in the way of its end.
            emitter.complete();
        } catch (IOException | IllegalStateException e) {
            // The client has gone, or the stream has ended: it comes again with the last id that it received.
            emitter.completeWithError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            emitter.complete();
        } catch (RuntimeException e) {
            emitter.completeWithError(e);
        } finally {
            leave.run();
        }
    }

    private void send(SseEmitter emitter, long from, Actor actor, AtomicBoolean gone)
            throws IOException, InterruptedException {
        long after = from;
        // At once, so that a client knows that it is connected before the first event comes.
        emitter.send(SseEmitter.event().comment("following"));
        long heard = System.nanoTime();
        while (running && !gone.get()) {
            Batch batch = feed.reached() > after
                    ? told(emitter, feed.after(Asked.NOW, after, EVENTS_AT_ONCE, actor), after)
                    : new Batch(List.of(), after, false);
            for (Step step : batch.items()) {
                send(emitter, step);
            }
            boolean silent = batch.items().isEmpty();
            if (!silent || System.nanoTime() - heard > quiet.toNanos()) {
                if (silent) {
                    emitter.send(
                            SseEmitter.event().id(Long.toString(batch.next())).comment("nothing new"));
                }
                heard = System.nanoTime();
            }
            after = batch.next();
            if (!batch.more()) {
                Thread.sleep(LOOK_AGAIN);
            }
        }
    }

    /** What may be missing between two positions, while an event that bears on it waits among the dead letters. */
    record Incomplete(long after, long to) {}

    /** The batch; if it may lack something, the client is told between which positions it has to ask again once that is mended. */
    private static Batch told(SseEmitter emitter, Answer<Batch> answer, long after) throws IOException {
        if (answer.incomplete()) {
            emitter.send(SseEmitter.event()
                    .name("incomplete")
                    .data(new Incomplete(after, answer.content().next()), MediaType.APPLICATION_JSON));
        }
        return answer.content();
    }

    private static void send(SseEmitter emitter, Step step) throws IOException {
        emitter.send(SseEmitter.event()
                .id(Long.toString(step.position()))
                .name(step.event())
                .data(step, MediaType.APPLICATION_JSON));
    }

    @Override
    public void start() {
        running = true;
    }

    /** Lets the program stop without waiting for clients that never go: they come again to another node, with their last id. */
    @Override
    public void stop() {
        running = false;
        open.forEach(SseEmitter::complete);
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Stops before the web server, which waits for requests that are not answered yet. */
    @Override
    public int getPhase() {
        return DEFAULT_PHASE;
    }
}
