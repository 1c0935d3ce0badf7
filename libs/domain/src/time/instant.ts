/** ISO 8601 UTC with milliseconds: `2023-06-14T16:00:00.000Z`. Sorts as text. */
export type Instant = string;

/** A full calendar date: `2023-06-15`. Sorts as text. */
export type Day = string;

/** The zone of the World Internet Conference, in which a date without zone is meant. */
export const WIC_TZ = 'Asia/Shanghai';
