// Alive, able to serve, and the numbers.
import type { Metrics } from '../../core/metrics.ts';

export interface Health {
  ready(): Promise<{ ok: boolean; reasons: string[] }>;
}

export async function answerHealth(path: string, health: Health, metrics: Metrics): Promise<Response | null> {
  if (path === '/healthz') return Response.json({ status: 'alive' });
  if (path === '/readyz') {
    const { ok, reasons } = await health.ready();
    return Response.json({ status: ok ? 'ready' : 'not ready', reasons }, { status: ok ? 200 : 503 });
  }
  if (path === '/metrics') {
    const { text, type } = await metrics.read();
    return new Response(text, { headers: { 'content-type': type } });
  }
  return null;
}
