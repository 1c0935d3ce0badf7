import { InvalidArgumentError } from 'commander';

/** Reads an option that is a number; anything else is a mistake on the command line. */
export function number(text: string): number {
  const value = Number(text);
  if (text.trim() === '' || !Number.isFinite(value) || value < 0)
    throw new InvalidArgumentError('Write a number, 0 or more.');
  return value;
}

/** Reads an option that counts something. */
export function count(text: string): number {
  const value = number(text);
  if (!Number.isInteger(value) || value < 1)
    throw new InvalidArgumentError('Write a whole number, 1 or more.');
  return value;
}
