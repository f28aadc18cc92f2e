import { z } from 'zod';

/** A moment as a tenant file writes it: ISO 8601, with its zone. */
export const Instant = z.iso.datetime({ offset: true });
