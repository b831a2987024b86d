/** The id and the instant of a request, as the gateway stamped them: one instant for the whole deed, whatever happens later. */
export interface Stamp {
  request: string;
  at: Date;
}

interface GatewayEvent {
  requestContext?: { requestId?: string; timeEpoch?: number };
}

/** Reads the gateway's stamp from the event that a function was called with; outside a gateway the given one stands in. */
export const stampOf = (env: unknown, otherwise: () => Stamp): Stamp => {
  const context = (env as { event?: GatewayEvent } | undefined)?.event?.requestContext;
  return context?.requestId && context.timeEpoch
    ? { request: context.requestId, at: new Date(context.timeEpoch) }
    : otherwise();
};
