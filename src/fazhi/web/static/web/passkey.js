/* Passkeys: a form with data-passkey asks the device for a credential and is sent with it. */
(() => {
  "use strict";
  if (!window.PublicKeyCredential) return;

  const bytes = (text) => Uint8Array.from(atob(text.replace(/-/g, "+").replace(/_/g, "/")), (c) => c.charCodeAt(0));
  const text = (buffer) => btoa(String.fromCharCode(...new Uint8Array(buffer)))
    .replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");
  const listed = (list) => (list || []).map((item) => ({ ...item, id: bytes(item.id) }));

  // What the server sends and what it wants back are texts; the device deals in bytes.
  const asked = ({ publicKey: key }) => {
    const options = { ...key, challenge: bytes(key.challenge) };
    if (key.user) options.user = { ...key.user, id: bytes(key.user.id) };
    if (key.excludeCredentials) options.excludeCredentials = listed(key.excludeCredentials);
    if (key.allowCredentials) options.allowCredentials = listed(key.allowCredentials);
    return options;
  };
  const answered = (credential) => {
    const { response } = credential, given = {};
    for (const name of ["clientDataJSON", "attestationObject", "authenticatorData", "signature", "userHandle"]) {
      if (response[name]) given[name] = text(response[name]);
    }
    if (response.getTransports) given.transports = response.getTransports();
    return {
      id: credential.id, rawId: text(credential.rawId), type: credential.type, response: given,
      authenticatorAttachment: credential.authenticatorAttachment,
      clientExtensionResults: credential.getClientExtensionResults(),
    };
  };

  const create = (form, options) => {
    const alone = form.elements.passwordless.checked;
    options.authenticatorSelection = {
      ...options.authenticatorSelection, requireResidentKey: alone,
      residentKey: alone ? "required" : "discouraged", userVerification: alone ? "required" : "preferred",
    };
    return navigator.credentials.create({ publicKey: options });
  };
  const optionsOf = async (form) => {
    if (form.dataset.passkey !== "login") {
      const data = JSON.parse(document.getElementById("passkey-data").textContent);
      return asked(data.creation_options || data.request_options);
    }
    const answer = await fetch(form.action, { headers: { Accept: "application/json" } });
    if (!answer.ok) throw new Error(answer.status);
    return asked((await answer.json()).request_options);
  };
  const ask = async (form) => {
    const options = await optionsOf(form);
    return form.dataset.passkey === "add" ? create(form, options) : navigator.credentials.get({ publicKey: options });
  };

  for (const form of document.querySelectorAll("form[data-passkey]")) {
    form.hidden = false;
    form.addEventListener("submit", async (event) => {
      event.preventDefault();
      const said = form.querySelector("[role=alert]");
      said.textContent = "";
      try {
        form.elements.credential.value = JSON.stringify(answered(await ask(form)));
        form.submit();
      } catch {
        said.textContent = said.dataset.sayFailed;
      }
    });
  }
})();
