// No page leaves anybody out: axe finds nothing to say against it, shadow trees included, once everything stands still.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

export async function expectNoFaults(page: Page): Promise<void> {
  await expectStill(page);
  await page.evaluate(readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8'));
  let faults = await judge(page);
  if (faults.length > 0) {
    // Something may have begun to fade in after all; what is wrong stays wrong.
    await page.waitForTimeout(1_000);
    await expectStill(page);
    faults = await judge(page);
  }
  assert.deepEqual(faults, []);
}

/** Waits until what opens, closes or fades in has come to rest. */
export async function expectStill(page: Page): Promise<void> {
  await page.waitForFunction(() => {
    const inner = document.querySelector('frontdesk-chat')?.shadowRoot;
    return [...document.getAnimations(), ...(inner?.getAnimations() ?? [])].every(
      ({ playState, effect }) => playState !== 'running' || isEndless(effect),
    );
    function isEndless(effect: AnimationEffect | null): boolean {
      return effect?.getTiming().iterations === Number.POSITIVE_INFINITY;
    }
  });
}

function judge(page: Page): Promise<string[]> {
  return page.evaluate(async (values) => {
    const { axe } = window as unknown as {
      axe: { run(options: unknown): Promise<{ violations: { id: string; nodes: { target: string[] }[] }[] }> };
    };
    const { violations } = await axe.run({ runOnly: { type: 'tag', values } });
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(' ')).join(', ')}`);
  }, TAGS);
}
