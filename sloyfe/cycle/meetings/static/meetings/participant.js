// A participant's page, from the first visit on.
import { enter } from "./room.js";

const room = document.getElementById("room");
if (room && !room.hidden) enter(room);
