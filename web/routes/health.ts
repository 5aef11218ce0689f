// Alive, able to serve, and the numbers.
import type { Metrics } from '../../core/metrics.ts';

export interface Health {
  ready(): Promise<{ ok: boolean; reasons: string[] }>;
  /** Why cases do not reach the desk, and since when; null while they do. */
  deskTrouble(): { why: string; since: Date } | null;
}

export async function answerHealth(path: string, health: Health, metrics: Metrics): Promise<Response | null> {
  if (path === '/healthz') {
    // A desk that is away is no reason to end this process: cases wait, and it says so.
    const trouble = health.deskTrouble();
    const desk = trouble ? { reachable: false, why: trouble.why, since: trouble.since } : { reachable: true };
    return Response.json({ status: 'alive', desk });
  }
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
