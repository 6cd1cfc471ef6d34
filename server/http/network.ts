import { ipKeyGenerator } from "express-rate-limit";

/** The address of one reader's line: an IPv4 address, or the /56 that a line has in IPv6. */
export const networkOf = (ip: string): string => ipKeyGenerator(ip);
