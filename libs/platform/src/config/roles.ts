/** The parts of the program that a process can take on. */
export const ROLES = ['api', 'poller', 'reader', 'projector', 'deliverer'] as const;

export type Role = (typeof ROLES)[number];
