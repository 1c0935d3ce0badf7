export interface Health {
  ok: boolean;
  /** For people: what was seen, and the cure when it is bad. */
  detail: string;
}

/** One thing that must work for this process to be ready. */
export abstract class HealthCheck {
  abstract readonly name: string;
  abstract check(): Promise<Health>;
}

/**
 * Asks all of them at once. One that throws is not ok, and so is one that has no answer within `timeoutMs`.
 */
export async function checkAll(
  checks: readonly HealthCheck[],
  timeoutMs = 2000,
): Promise<{ ok: boolean; checks: Record<string, Health> }> {
  const answers = await Promise.all(checks.map((check) => answerOf(check, timeoutMs)));
  const entries = checks.map((check, index) => [check.name, answers[index]]);
  return {
    ok: answers.every((answer) => answer.ok),
    checks: Object.fromEntries(entries) as Record<string, Health>,
  };
}

async function answerOf(check: HealthCheck, timeoutMs: number): Promise<Health> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<Health>((resolve) => {
    timer = setTimeout(() => resolve({ ok: false, detail: `No answer within ${timeoutMs} ms.` }), timeoutMs);
  });
  try {
    return await Promise.race([check.check(), late]);
  } catch (error) {
    return { ok: false, detail: (error as Error).message };
  } finally {
    clearTimeout(timer);
  }
}
