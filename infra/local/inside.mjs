// oxlint-disable unicorn/require-post-message-target-origin -- a thread of this process, not a window of some page
/**
 * Runs inside a function's own thread, as Lambda's runtime would: imports the bundle, finds the handler by its name, then answers
 * one event after another. It sees the environment that the template gives this function, and nothing else of this machine.
 */
import { pathToFileURL } from 'node:url';
import { parentPort, workerData } from 'node:worker_threads';

const { file, exported, seconds } = workerData;
const module = await import(pathToFileURL(file).href);
const handler = module[exported];
if (typeof handler !== 'function') throw new Error(`its bundle exports no function "${exported}"`);

const contextOf = (awsRequestId) => {
  const until = Date.now() + seconds * 1000;
  return {
    awsRequestId,
    functionName: process.env.AWS_LAMBDA_FUNCTION_NAME,
    getRemainingTimeInMillis: () => until - Date.now(),
  };
};

// What Lambda takes of an answer, and what it says of one that is larger.
const mostBytes = 6_291_556;
const carried = (answer) => {
  if (Buffer.byteLength(answer) <= mostBytes) return answer;
  throw new Error(`Response payload size exceeded maximum allowed payload size (${mostBytes} bytes).`);
};

const handle = async ({ id, event }) => {
  try {
    return { id, answer: carried(JSON.stringify(await handler(event, contextOf(id))) ?? 'null') };
  } catch (error) {
    return { id, failure: error?.stack ?? String(error) };
  }
};

parentPort.on('message', (message) => void handle(message).then((answered) => parentPort.postMessage(answered)));
parentPort.postMessage({ id: 'ready' });
