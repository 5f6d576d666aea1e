// Sends JSON until the server has answered; what it says no to is not sent again.
const LONGEST = 10000;

export const wait = (milliseconds) => new Promise((done) => setTimeout(done, milliseconds));

export async function send(address, said) {
  const answer = await fetch(address, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify(said),
  });
  if (answer.status >= 500) throw new Error("try again");
  const words = await answer.text();
  return { status: answer.status, ok: answer.ok, ...(words ? JSON.parse(words) : {}) };
}

export async function sendUntilTold(address, said, unsure) {
  for (let pause = 500; ; pause = Math.min(pause * 2, LONGEST)) {
    try {
      return await send(address, said);
    } catch {
      unsure();
      await wait(pause * (0.5 + Math.random()));
    }
  }
}
