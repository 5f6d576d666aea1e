// A participant's page, from the first visit on.
import { knock } from "./door.js";
import { enter } from "./room.js";

const room = document.getElementById("room");
if (!room.hidden) enter(room);
else knock(room, document.getElementById("door"));
