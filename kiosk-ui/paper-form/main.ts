// The form prints without this script; the button is only nearer to the hand than the browser's own command.
document.getElementById('print')?.addEventListener('click', () => print());
