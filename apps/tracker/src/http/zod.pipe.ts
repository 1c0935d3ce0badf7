import type { PipeTransform } from '@nestjs/common';
import type { z } from 'zod';
import { Problem, type InputError } from './problem.js';

/**
 * Validates a body, the query or the path once, at the edge. What has the wrong shape is 400; what has the
 * right shape but cannot be (an impossible date, said by a refinement) is 422.
 */
export class ZodPipe<Schema extends z.ZodType> implements PipeTransform<unknown, z.infer<Schema>> {
  constructor(private readonly schema: Schema) {}

  transform(value: unknown): z.infer<Schema> {
    const result = this.schema.safeParse(value ?? {});
    if (result.success) return result.data;
    const { issues } = result.error;
    const status = issues.every(isMeaning) ? 422 : 400;
    const errors = issues.flatMap(explain);
    throw new Problem(
      status,
      errors.map(({ pointer, detail }) => `${pointer || 'input'}: ${detail}`).join('; '),
      { errors },
    );
  }
}

function explain(issue: z.core.$ZodIssue): InputError[] {
  const base = issue.path.map((part) => `/${String(part)}`).join('');
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({
      pointer: `${base}/${key}`,
      detail: 'is not known here; leave it out or check its spelling',
    }));
  }
  return [{ pointer: base, detail: issue.message }];
}

/** Said by a refinement, unless that speaks of the form itself. */
function isMeaning(issue: z.core.$ZodIssue): boolean {
  return issue.code === 'custom' && issue.params?.['syntax'] !== true;
}
