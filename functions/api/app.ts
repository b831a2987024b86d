import { Hono } from 'hono';
export const api = () => {
  const app = new Hono();
  app.get('/api/v1/health', (c) => c.json({ status: 'ok' }));
  return app;
};
