// What the API answers with, where more than one page shows it.

export interface TurnNumbers {
  turns: number;
  responseTimeMs: { average: number; p50: number; p95: number };
  sessionSeconds: { average: number };
  escalationRate: number;
  errorRate: number;
  negativeRate: number;
  agentSuccessRate: number;
  satisfaction: { average: number; count: number };
  tokens: number;
  cost: number;
}
export interface CaseNumbers {
  opened: number;
  open: number;
  overdue: number;
  resolved: number;
  reopened: number;
  resolutionRate: number;
  oldestOpenHours: number;
  load: { name: string; cases: number }[];
  minutesToClaim: { average: number };
  minutesToFirstReply: { average: number };
  minutesToResolve: { average: number };
  satisfaction: { average: number; count: number };
}
export interface CaseLine {
  id: string;
  status: string;
  priority: string;
  intent: string;
  summary: string;
  openedAt: string;
  dueAt: string;
  owner: { name: string } | null;
  conversation: { channel: string; accountId: string; nativeId: string };
}
export interface AlertLine {
  _id: string;
  name: string;
  text: string;
  raisedAt: string;
  resolvedAt?: string;
  acknowledgedBy?: string;
  notices?: { event: string; to: string; state: 'waiting' | 'told' | 'failed'; error?: string }[];
}
