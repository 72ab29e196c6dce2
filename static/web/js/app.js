// The start of our own modules. Every page works without them; they make it quicker.
import { start as startDialogs } from "./dialogs.js";
import { start as startDrafts } from "./drafts.js";
import { start as startFields } from "./fields.js";
import { start as startFollowing } from "./follow.js";
import { start as startLines } from "./lines.js";
import { start as startLists } from "./lists.js";
import { start as startLive } from "./live.js";
import { start as startPalette } from "./palette.js";
import { start as startScan } from "./scan.js";
import { start as startToasts } from "./toasts.js";

for (const start of [startDialogs, startToasts, startLists, startFields, startFollowing, startLines, startDrafts, startPalette, startScan, startLive]) {
  start();
}
