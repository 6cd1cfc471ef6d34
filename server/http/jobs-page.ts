import { type RequestHandler, Router } from "express";
import { AppError } from "../errors.ts";
import type { Authenticate } from "./caller.ts";
import { headers } from "./page-headers.ts";

/** Where owners look at the jobs, behind the desk's session. */
export const JOBS_PATH = "/desk/jobs";

/** The jobs' own pages, for owners alone; what they change is asked for by this very page, as everything at the desk is. */
export function jobsPage(
  board: RequestHandler,
  { authenticate, https }: { authenticate: Authenticate; https: boolean },
): Router {
  const router = Router();
  // Its page names the address that its scripts are beside.
  router.use(headers({ https, baseUri: "'self'" }));
  router.use(async (req, res, next) => {
    const by = await authenticate(req);
    if (!by && req.accepts("html") && req.method === "GET") return res.redirect("/desk");
    if (!by) throw new AppError("unauthenticated", "Sign in first.");
    if (by.role !== "owner") throw new AppError("forbidden", "Only owners see the jobs.");
    next();
  });
  router.use(board);
  return router;
}
