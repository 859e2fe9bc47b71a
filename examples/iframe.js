// The host's side of the talk with the page in the iframe. Without it the iframe works too, at the height it was given.
const frame = document.querySelector("iframe");
const said = document.querySelector("[role=status]");

addEventListener("message", ({ source, data }) => {
  if (source !== frame.contentWindow || data?.crossread !== 1) return;
  if (data.type === "size") frame.height = data.height;
  if (data.type === "select") said.textContent = `Chosen: ${data.kind} ${data.id}`;
});

for (const button of document.querySelectorAll("[data-address]")) {
  button.addEventListener("click", () => {
    frame.contentWindow.postMessage({ crossread: 1, type: "open", address: button.dataset.address }, "*");
  });
}
