import { z } from 'zod';

/** What one DNS server said of one name, for one family of addresses. */
export const NameServerAnswer = z.object({
  /** As it is configured: `10.0.0.4`, or `10.0.0.4:5353`. */
  server: z.string(),
  name: z.string(),
  family: z.enum(['IPv4', 'IPv6']),
  addresses: z.array(z.string()),
  /**
   * Null where there are addresses. `ENOTFOUND`: no such name; `ENODATA`: none of this family; `ETIMEOUT`: silence;
   * `ECONNREFUSED`, `ESERVFAIL`, `EREFUSED`, …: a server that could not or would not say.
   */
  error: z.string().nullable(),
});
export type NameServerAnswer = z.infer<typeof NameServerAnswer>;

/** What stands behind the system's answer for the target's name: each DNS server asked by itself, and the hosts file. */
export const NameServerAnswers = z.object({
  name: z.string(),
  /** The names the servers were asked for: a short name also with each suffix this PC is known to add. */
  asked: z.array(z.string()),
  answers: z.array(NameServerAnswer),
  /** What the hosts file of this PC gives for the name; null where it could not be read. */
  hostsFile: z.array(z.string()).nullable(),
});
export type NameServerAnswers = z.infer<typeof NameServerAnswers>;
