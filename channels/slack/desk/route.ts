// Which Slack channel gets a case: the first row of the admins' table that fits, else the desk's own channel.
import type { Case } from '../../../models/case.ts';
import type { DeskRoute } from '../../../models/settings.ts';

export function routeOf(
  { intent, priority, language }: Pick<Case, 'intent' | 'priority' | 'language'>,
  routes: readonly DeskRoute[],
  otherwise: string,
): string {
  const fits = <T>(list: readonly T[] | undefined, value: T) => !list?.length || list.includes(value);
  const route = routes.find(
    (one) => fits(one.intents, intent) && fits(one.priorities, priority) && fits(one.languages, language.slice(0, 2)),
  );
  return route?.channel ?? otherwise;
}
