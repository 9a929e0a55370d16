// Appends events to emmett-postgresql, one for each append, and prints what came of it as JSON.
// Arguments: address, appends in flight, streams, bytes of an event, lead-in in ms, time in ms.
import { getPostgreSQLEventStore } from '@event-driven-io/emmett-postgresql';
import pg from 'pg';

const [address, ...numbers] = process.argv.slice(2);
const [inFlight, streams, bytes, leadIn, time] = numbers.map(Number);

const pool = new pg.Pool({ connectionString: address, max: inFlight });
const store = getPostgreSQLEventStore(address, { connectionOptions: { pool } });
await store.schema.migrate();

const data = { text: 'x'.repeat(bytes) };
const begin = performance.now() + leadIn;
const end = begin + time;
const millis = [];

// Two appends to one stream at a time are a conflict here, whose loser fails: each client has streams of its own.
const streamsEach = Math.max(1, Math.floor(streams / inFlight));

async function client(number) {
  let start = performance.now();
  while (start < end) {
    const stream = `reading-${number}-${Math.floor(Math.random() * streamsEach)}`;
    await store.appendToStream(stream, [{ type: 'ReadingRecorded', data }]);
    const done = performance.now();
    if (done >= begin && done < end) {
      millis.push(done - start);
    }
    start = done;
  }
}

await Promise.all(Array.from({ length: inFlight }, (_, number) => client(number)));
await pool.end();

millis.sort((a, b) => a - b);
const percentile = (p) => millis[Math.min(millis.length - 1, Math.floor((millis.length * p) / 100))];
console.log(
  JSON.stringify({
    perSecond: (millis.length * 1000) / time,
    p50Millis: percentile(50),
    p99Millis: percentile(99),
  }),
);
