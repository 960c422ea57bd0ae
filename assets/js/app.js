// What pages do beyond HTML. Each page works without it.
import "./theme.js";
import "./menus.js";
import "./shortcuts.js";
import "./moving.js";
import "./help.js";
import "./palette.js";
import "./drafts.js";
import "./printing.js";
import "./copying.js";
import "./rolls.js";
import { enhance } from "./parts.js";

document.querySelector("[data-focus]")?.focus();
enhance(document);
