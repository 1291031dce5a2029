document.querySelector('[data-lab] div')?.append('backprop backprop backprop');export {};
