"use strict";
(function () {
  var PRINT_WIDTH = 640; // A4 less its margins, in CSS pixels
  var holders = Array.prototype.slice.call(document.querySelectorAll(".plot"));
  var config = { displayModeBar: false, responsive: true, showTips: false, typesetMath: false };

  function draw(holder) {
    try {
      var figure = JSON.parse(document.getElementById(holder.getAttribute("data-figure")).textContent);
      Plotly.newPlot(holder, figure.data, figure.layout, config);
    } catch (problem) {
      holder.textContent = holder.getAttribute("data-problem");
      console.error(problem);
    }
  }

  function setWidth(width) {
    holders.forEach(function (holder) {
      if (holder.layout) {
        Plotly.relayout(holder, { width: width, autosize: width === null });
      }
    });
  }

  holders.forEach(draw);
  window.addEventListener("beforeprint", function () { setWidth(PRINT_WIDTH); });
  window.addEventListener("afterprint", function () { setWidth(null); });
})();
