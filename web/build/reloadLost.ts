/**
 * The one inline script of each page, admitted by its digest (server/src/platform/http/sites.ts). A page whose script or
 * style got lost on the way would stay empty for good: it loads itself again, after a pause that doubles. What had
 * arrived comes from the browser's cache.
 */
export const RELOAD_LOST = `addEventListener('error',function(e){
var t=e.target,n=0;if(t.tagName!=='SCRIPT'&&t.rel!=='stylesheet')return;
try{n=+sessionStorage.lost||0;sessionStorage.lost=n+1}catch(x){}
setTimeout(function(){location.reload()},2000*Math.pow(2,Math.min(n,5)))},true)`;
