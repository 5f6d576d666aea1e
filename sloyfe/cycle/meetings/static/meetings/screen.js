// The page for the wall follows the meeting, and fills the screen when it is told to.
import { voice } from "../js/live/voice.js";
import { lead } from "./leading.js";

const said = document.querySelector("[data-said]");
lead(document.getElementById("screen"), { words: said.dataset, say: voice(said), line: document.querySelector("[data-line]") });

const press = document.querySelector("[data-whole-screen]");
press.hidden = !document.fullscreenEnabled;
press.addEventListener("click", () => document.documentElement.requestFullscreen());
