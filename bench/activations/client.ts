import { connect, type Socket } from 'node:net';
import { parentPort, workerData } from 'node:worker_threads';

// Sends prepared requests over keep-alive connections, one after the other on each, from a thread of its own: what
// a client has to do beforehand (keys, proofs, signatures) is no part of the measurement.

interface Work {
  readonly port: number;
  readonly connections: number;
  /** Each activation's requests, in their order. */
  readonly activations: readonly (readonly Uint8Array[])[];
}

const { port, connections, activations } = workerData as Work;

/** The status of one answer; its body is read to the end by its content-length. */
function exchange(socket: Socket, request: Uint8Array): Promise<number> {
  return new Promise((answered, failed) => {
    let received: Buffer = Buffer.alloc(0);
    const onData = (chunk: Buffer) => {
      received = received.length === 0 ? chunk : Buffer.concat([received, chunk]);
      const end = received.indexOf('\r\n\r\n');
      if (end < 0) return;
      const head = received.toString('latin1', 0, end);
      const length = Number(/content-length: (\d+)/i.exec(head)?.[1] ?? 0);
      if (received.length < end + 4 + length) return;
      socket.off('data', onData);
      socket.off('error', failed);
      answered(Number(head.slice(9, 12)));
    };
    socket.on('data', onData);
    socket.once('error', failed);
    socket.write(request);
  });
}

async function run(): Promise<void> {
  const sockets = Array.from({ length: connections }, () => connect(port, '127.0.0.1').setNoDelay(true));
  await Promise.all(sockets.map((socket) => new Promise((connected) => socket.once('connect', connected))));
  let next = 0;
  const refused: number[] = [];
  const startedAt = performance.now();
  await Promise.all(
    sockets.map(async (socket) => {
      while (next < activations.length) {
        for (const request of activations[next++]!) {
          const status = await exchange(socket, request);
          if (status >= 300) refused.push(status);
        }
      }
    }),
  );
  const milliseconds = performance.now() - startedAt;
  for (const socket of sockets) socket.destroy();
  parentPort!.postMessage({ milliseconds, refused });
}

await run();
