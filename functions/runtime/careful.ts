/** What is sent twice arrives twice, and what is signed may wait: both are tried once, and tried again by whoever asked. */
export const carefully = {
  maxAttempts: 1,
  requestHandler: { connectionTimeout: 1_000, requestTimeout: 10_000, throwOnRequestTimeout: true },
};
