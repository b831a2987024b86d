import 'hono/jsx';

declare module 'hono/jsx' {
  namespace JSX {
    interface IntrinsicElements {
      'schedule-board': HTMLAttributes & Record<`data-${string}`, string>;
    }
  }
}
