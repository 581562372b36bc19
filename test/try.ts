import { semaphoreRun, Script } from './trace/script.ts';
import { TimelineFold } from '../src/report/timeline-fold.ts';
import { renderTimeline } from '../src/report/timeline.ts';
import { plainPage } from '../src/report/page.ts';
import { foldEvents } from '../src/trace/fold.ts';
const show = (s: Script, page = plainPage, rows?: number) => { const [f] = foldEvents(s.events(), new TimelineFold()); console.log(renderTimeline(f.data(), page, rows)); console.log(); };



let s = new Script();
let m = s.create('main'); s.at(0).start(m);
for (let i=0;i<3;i++) s.create('hopper', `hop ${i}`, m);
s.suspend(m,'future#1').at(0);
for (let k=0;k<4;k++) { for (let i=0;i<3;i++) { if (k===0) s.start(i+2); else s.resume(i+2); if (k-i===1) s.finish(i+2, i===1?'raised':'returned'); else if (k<=i) s.suspend(i+2,'yield'); } s.at(0);}
s.at(0).resume(m).finish(m);
show(s);
s = new Script(); m = s.create('main'); s.at(0).start(m); const a=s.create('poll'), b=s.create('sleeper'); s.suspend(m,'task#2').at(0).start(a).suspend(a,'sleep',0.001).start(b).suspend(b,'sleep',3600);
for (let k=1;k<5;k++) { s.at(k/1000).resume(a); if (k<4) s.suspend(a,'sleep',(k+1)/1000); else s.finish(a); }
s.at(3600).resume(b).suspend(b,'sleep',3600.002).at(3600.002).resume(b).finish(b,'cancelled').at(3600.002).resume(m).finish(m);
show(s);
