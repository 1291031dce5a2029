document.querySelector('[data-lab] div')?.append('regression regression regression');export {};
