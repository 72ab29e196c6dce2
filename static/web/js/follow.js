// Fields that follow another one: a country brings its currency and time zone along, until they are chosen by hand.
export function start() {
  for (const leader of document.querySelectorAll("select[data-leads]")) follow(leader);
}

function follow(leader) {
  const names = leader.dataset.leads.split(" ");
  const of = (name) => leader.form.elements[name];
  const chosen = new Set(leader.form.hasAttribute("data-bound") ? names : []);
  for (const name of names) of(name)?.addEventListener?.("change", () => chosen.add(name));
  leader.addEventListener("change", () => {
    const usual = leader.selectedOptions[0]?.dataset ?? {};
    for (const name of names) {
      const field = of(name);
      const value = usual[name.replace(/_(\w)/g, (_, letter) => letter.toUpperCase())];
      if (field && value && !chosen.has(name)) field.value = value;
    }
  });
}
