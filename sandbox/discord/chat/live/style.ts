import { COLOURS, MESSAGES } from '../render/style.ts';

/** The frame: rail, channels, room, members. */
const FRAME = `
:root{color-scheme:light dark}
:root[data-theme=light]{color-scheme:light}
:root[data-theme=dark]{color-scheme:dark}
html,body,#app{height:100%}
body{overflow:hidden}
button{font:inherit;color:inherit;cursor:pointer}
button:disabled{cursor:not-allowed}
:focus-visible{outline:2px solid var(--link);outline-offset:2px}
[hidden]{display:none!important}
.waiting{display:grid;place-items:center;height:100%;color:var(--quiet)}
.unseen{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
.quiet{color:var(--quiet)}
.skip{position:fixed;left:8px;top:-60px;z-index:50;padding:8px 14px;border-radius:8px;background:var(--brand);color:#fff}
.skip:focus{top:8px}
.client{display:flex;height:100dvh;background:var(--ground)}
.left{display:flex;flex:none;min-height:0}
.rail{display:flex;flex-direction:column;align-items:center;gap:8px;width:72px;padding:12px 0;background:var(--rail);overflow-y:auto}
.rail hr{width:32px;height:2px;margin:0}
.server{position:relative;width:48px;height:48px;padding:0;border:0;background:none}
.server-mark{display:grid;place-items:center;width:48px;height:48px;border-radius:24px;background:var(--raised);color:var(--strong);font-weight:600;overflow:hidden;transition:border-radius .15s,background .15s}
.server-mark img{width:48px;height:48px}
.server:hover .server-mark,.server[aria-current] .server-mark{border-radius:16px;background:var(--brand);color:#fff}
.server::before{content:"";position:absolute;left:-12px;top:50%;width:8px;height:8px;margin-left:-4px;border-radius:4px;background:var(--strong);transform:translateY(-50%) scaleY(0);transition:transform .15s,height .15s}
.server.new::before{transform:translateY(-50%)}.server[aria-current]::before{height:40px;transform:translateY(-50%)}
.side{display:flex;flex-direction:column;width:240px;background:var(--side);min-height:0}
.side-head{flex:none;display:flex;align-items:center;height:48px;margin:0;padding:0 16px;border-bottom:1px solid var(--edge);color:var(--strong);font-size:16px;font-weight:600}
.channels{flex:1;overflow-y:auto;padding:8px}
.channels ul,.people ul{margin:0;padding:0;list-style:none}
.channels .inner{padding-left:22px}
.place{display:flex;align-items:center;gap:8px;width:100%;min-height:34px;margin:1px 0;padding:4px 8px;border:0;border-radius:6px;background:none;color:var(--quiet);font-weight:500;text-align:left}
.place .icon{flex:none}.place .avatar{width:28px;height:28px;border-radius:50%}
.place:hover{background:var(--lit);color:var(--strong)}
.place[aria-current]{background:var(--lit);color:var(--strong)}
.place.new{color:var(--strong);font-weight:700}
.place-name{min-width:0;overflow:hidden;text-overflow:ellipsis;white-space:nowrap}
.place-name small{display:block;color:var(--quiet);font-weight:400;font-size:12px;line-height:14px}
.category{display:block;padding:12px 8px 2px;color:var(--quiet);font-size:12px;font-weight:600;text-transform:uppercase}
.you{flex:none;display:flex;align-items:center;gap:8px;margin:8px;padding:6px 8px;border:1px solid var(--edge);border-radius:8px;background:var(--ground);text-align:left;line-height:16px}
.you:hover{background:var(--lit)}
.you .avatar{width:32px;height:32px;border-radius:50%}
.you-name{flex:1;min-width:0}.you-name b{display:block;color:var(--strong);font-size:14px;font-weight:600}
.you-name small{display:block;color:var(--quiet);font-size:12px;overflow:hidden;text-overflow:ellipsis;white-space:nowrap}
.room{display:flex;flex:1;flex-direction:column;min-width:0;min-height:0;position:relative}
.top{flex:none;display:flex;align-items:center;gap:8px;height:48px;padding:0 12px 0 16px;border-bottom:1px solid var(--edge)}
.title-line{display:flex;align-items:center;gap:8px;min-width:0;margin:0;color:var(--strong);font-size:16px;font-weight:600;white-space:nowrap;overflow:hidden;text-overflow:ellipsis}
.title-line .icon{flex:none;color:var(--quiet);width:24px;height:24px}
.top-tools{display:flex;gap:4px;margin-left:auto}
.icon-button{display:inline-grid;place-items:center;flex:none;width:36px;height:36px;padding:0;border:0;border-radius:6px;background:none;color:var(--quiet)}
.icon-button:hover,.icon-button[aria-pressed=true]{background:var(--lit);color:var(--strong)}
.only-small{display:none}
.people{flex:none;width:240px;padding:16px 8px;overflow-y:auto;background:var(--side)}
.people h2{margin:0 8px 6px;color:var(--quiet);font-size:12px;font-weight:600}
.person{display:flex;align-items:center;gap:12px;width:100%;min-height:44px;padding:4px 8px;border:0;border-radius:6px;background:none;text-align:left;color:var(--ink);font-weight:500}
.person .avatar{width:32px;height:32px;border-radius:50%}
button.person:hover{background:var(--lit)}
.off-line .avatar{opacity:.4}
.banner:empty,.sending:empty{display:none}
.banner{padding:8px 16px;background:#f0b232;color:#1e1405;font-size:14px;font-weight:500}
.cut-off .banner{background:var(--red);color:#fff}
.veil{display:none}
`;

/** What is added to the messages: what one does with them, what is read, what is written. */
const ROOM = `
.log{flex:1;min-height:0;overflow-y:auto;padding:0 0 16px;overscroll-behavior:contain}
.log:focus-visible{outline-offset:-2px}
.slot{position:relative}
.slot>.message:hover,.slot:focus-within>.message{background:var(--hover)}
.slot>.message.ephemeral{background:var(--brand-wash)}
.tools{position:absolute;top:-14px;right:16px;display:flex;padding:2px;border:1px solid var(--edge);border-radius:8px;background:var(--raised);opacity:0;pointer-events:none}
.slot:hover>.tools,.slot:focus-within>.tools{opacity:1;pointer-events:auto}
.slot:first-of-type>.tools{top:0}
.tools .icon-button{width:32px;height:30px}
.welcome{padding:32px 16px 8px}
.welcome h2{margin:8px 0 4px;color:var(--strong);font-size:30px;line-height:1.2;overflow-wrap:anywhere}
.welcome p{color:var(--quiet)}
.welcome-sign{display:grid;place-items:center;width:68px;height:68px;border-radius:50%;background:var(--grey);color:#fff}.welcome-sign .icon{width:38px;height:38px}
.earlier{display:block;margin:16px auto;padding:8px 16px;border:0;border-radius:8px;background:var(--field);color:var(--ink);font-weight:500}
.text a{text-decoration:underline;text-underline-offset:2px}
.button{transition:filter .12s}
.button:hover{filter:brightness(.9);text-decoration:none}.row .button:active{transform:translateY(1px)}
a.button{color:#fff}
.button.secondary{background:light-dark(#e0e2e6,#4e5058);color:light-dark(#1f2227,#fff)}
.off{opacity:.5}.off:hover{filter:none}
.waiting.button,.waiting.select{position:relative;display:inline-flex;height:auto;color:transparent!important}
.waiting.button::after,.waiting.select::after{content:"•••";position:absolute;inset:0;display:grid;place-items:center;color:light-dark(#1f2227,#fff);letter-spacing:4px;animation:beat 1s infinite alternate}
.waiting.primary::after,.waiting.success::after,.waiting.danger::after{color:#fff}
.select:hover{border-color:var(--quiet)}
.only button{padding:0;border:0;background:none;color:var(--link);font-size:12px}.only button:hover{text-decoration:underline}
.went-wrong{margin-top:6px;color:light-dark(#b3261e,#ff9a98);font-size:14px}
.thinking i{animation:beat .7s infinite alternate}.thinking i:nth-child(2){animation-delay:.2s}.thinking i:nth-child(3){animation-delay:.4s}
@keyframes beat{from{opacity:.3}to{opacity:1}}
.spoiler.open{color:inherit;background:var(--lit)}.spoiler:not(.open)>*{visibility:hidden}.spoiler,.veiled{cursor:pointer}
.veiled.open>*{visibility:visible}.veiled.open::after{display:none}
.photo img,.big img,.gallery img{cursor:zoom-in}
.reaction:hover{border-color:var(--quiet)}
.sending{display:flex;align-items:center;gap:8px;padding:4px 16px;color:var(--quiet);font-size:14px}
.spinner{width:14px;height:14px;border:2px solid var(--quiet);border-top-color:transparent;border-radius:50%;animation:turn .8s linear infinite}
@keyframes turn{to{transform:rotate(1turn)}}
.composer{flex:none;margin:0 16px 8px;border-radius:8px;background:var(--field)}
.composer.off{opacity:.75}
.box{display:flex;align-items:flex-start;gap:4px;padding:4px 8px}
.box .icon-button{margin-top:1px}
.round .icon{padding:2px;border-radius:50%;background:var(--quiet);color:var(--field);width:24px;height:24px;stroke-width:3}.round:hover .icon{background:var(--strong)}
.typing{flex:1;min-width:0}
.typing textarea{display:block;width:100%;max-height:240px;padding:8px 4px;border:0;background:none;color:var(--ink);font:inherit;line-height:22px;resize:none;outline:none}
.composer:focus-within{box-shadow:0 0 0 2px light-dark(#5865f2,#6a76f5)}
::placeholder{color:var(--quiet);opacity:1}
.hint{min-height:22px;margin:0;padding:0 16px 4px 52px;color:var(--quiet);font-size:12px;line-height:18px}
.hint:empty{min-height:0;padding:0}
.command-line{display:flex;flex-wrap:wrap;align-items:center;gap:6px;padding:4px 2px}
.command-name{color:var(--strong);font-weight:600}
.chip{display:inline-flex;align-items:stretch;max-width:100%;border:1px solid transparent;border-radius:5px;background:var(--well);overflow:hidden;font-size:14px}
.chip:focus-within{border-color:var(--link)}.chip.wrong{border-color:#e0484c}
.chip-name{padding:4px 6px;background:light-dark(#d9dbe0,#111214);color:var(--ink)}
.chip input{min-width:0;padding:4px 6px;border:0;background:none;color:var(--ink);font:inherit;outline:none}
.chip-file{display:flex;align-items:center;gap:6px;min-width:0;padding:2px 8px;border:0;background:none;color:var(--ink);white-space:nowrap;overflow:hidden;text-overflow:ellipsis}
.chip-file img{width:36px;height:36px;border-radius:4px;object-fit:cover}
.chip .icon-button{width:30px;height:auto;min-height:30px;border-radius:0}
.rest{flex:1;min-width:84px;padding:6px 4px;border:0;background:none;color:var(--ink);font:inherit;font-size:14px;outline:none}
.tray{display:flex;flex-wrap:wrap;gap:12px;margin:0;padding:16px 16px 8px;border-bottom:1px solid var(--edge);list-style:none}
.card{position:relative;display:flex;flex-direction:column;gap:6px;width:168px;padding:8px;border-radius:8px;background:var(--card);font-size:13px}
.card img{width:100%;height:120px;object-fit:cover;border-radius:4px}.card span{overflow:hidden;text-overflow:ellipsis;white-space:nowrap}
.card .icon-button{position:absolute;top:2px;right:2px;background:var(--raised)}
.replying{display:flex;align-items:center;justify-content:space-between;padding:2px 8px 2px 16px;border-radius:8px 8px 0 0;background:var(--card);color:var(--quiet);font-size:14px}
.dropping .composer{box-shadow:0 0 0 3px var(--brand)}
`;

/** What lies above the page. */
const ABOVE = `
.popup{position:fixed;z-index:20;max-width:min(560px,calc(100vw - 16px));padding:8px;border:1px solid var(--edge);border-radius:8px;background:var(--raised);box-shadow:var(--shadow);overflow-y:auto}
.list{outline:none;max-width:calc(100vw - 16px)}
.list-title{padding:4px 8px 6px;color:var(--quiet);font-size:12px;font-weight:600}
.option{display:flex;align-items:center;gap:12px;min-height:36px;padding:6px 8px;border-radius:6px;color:var(--ink);cursor:pointer}
.option.active{background:var(--lit)}
.option-label{color:var(--strong);font-weight:500;overflow-wrap:anywhere}
.option-about{margin-left:auto;color:var(--quiet);font-size:13px;text-align:right;overflow-wrap:anywhere}
.option .icon{flex:none;color:var(--link)}.option[aria-selected=true]{background:var(--brand-wash)}
.menu{display:flex;flex-direction:column;min-width:200px}
.item{display:flex;align-items:center;gap:10px;min-height:36px;padding:6px 8px;border:0;border-radius:6px;background:none;text-align:left}
.item:hover,.item:focus{background:var(--brand);color:#fff;outline:none}
.item small{display:block;color:var(--quiet);font-size:12px}.item:hover small,.item:focus small{color:#fff}
.item-label{flex:1}.item-more{font-size:20px;line-height:1}
.item.danger{color:light-dark(#b3261e,#ff9a98)}.item.danger:hover,.item.danger:focus{background:var(--red);color:#fff}
.dialog{width:min(480px,calc(100vw - 24px));max-height:calc(100dvh - 24px);padding:0;border:1px solid var(--edge);border-radius:12px;background:var(--raised);color:var(--ink);box-shadow:var(--shadow)}
.dialog:has(.large){width:fit-content;max-width:calc(100vw - 24px)}
.dialog::backdrop{background:rgba(0,0,0,.6)}
.dialog-head{display:flex;align-items:center;justify-content:space-between;gap:12px;padding:16px 12px 4px 20px}
.dialog-head h2{margin:0;color:var(--strong);font-size:20px;line-height:1.25;overflow-wrap:anywhere}
.dialog>p{padding:8px 20px 0}
.large{display:block;max-width:100%;max-height:calc(100dvh - 120px);padding:8px 20px 20px}
.viewfinder{display:block;width:calc(100% - 40px);margin:8px 20px 0;aspect-ratio:4/3;border-radius:8px;background:#000;object-fit:cover;transform:scaleX(-1)}
.dialog-foot{display:flex;justify-content:flex-end;gap:8px;padding:12px 20px 18px}
.form{display:flex;flex-direction:column;gap:14px;padding:8px 20px 0}.form .dialog-foot{padding:4px 0 18px}
.field{display:flex;flex-direction:column;gap:6px;margin:0;padding:0;border:0;min-width:0}
.field label,.field legend,.form>label{padding:0;color:var(--strong);font-size:14px;font-weight:600}
.field small{display:block;color:var(--quiet);font-size:13px;font-weight:400}
.form input[type=text],.form textarea{width:100%;padding:10px;border:1px solid var(--edge);border-radius:8px;background:var(--well);color:var(--ink);font:inherit}
.pick{display:flex;align-items:flex-start;gap:10px;padding:8px 10px;border-radius:8px;background:var(--field)}.field .pick{font-weight:400}
.picks{max-height:320px;overflow-y:auto;gap:6px}
.tick{flex-direction:row;align-items:flex-start;gap:10px}
input[type=checkbox],input[type=radio]{width:18px;height:18px;margin:2px 0 0;accent-color:var(--brand)}
.notes{position:fixed;z-index:60;left:50%;bottom:96px;display:flex;flex-direction:column;gap:8px;width:min(460px,calc(100vw - 24px));transform:translateX(-50%);pointer-events:none}
.note{display:flex;align-items:center;justify-content:space-between;gap:8px;padding:6px 6px 6px 16px;border-radius:8px;background:light-dark(#2b2d31,#f2f3f5);color:light-dark(#fff,#1e1f22);font-size:14px;box-shadow:var(--shadow);pointer-events:auto;overflow-wrap:anywhere}
.note .icon-button{color:inherit}
.tour{position:fixed;z-index:40;width:min(320px,calc(100vw - 16px));padding:14px 16px;border-radius:12px;background:var(--brand);color:#fff;box-shadow:var(--shadow);outline:none}
.tour:focus-visible,.tour :focus-visible{outline:2px solid #fff;outline-offset:2px}
.tour-head{display:flex;align-items:center;justify-content:space-between}
.tour h2{margin:0;font-size:16px}.tour p{margin:4px 0 12px;font-size:14px}
.tour .icon-button{color:#fff}.tour .icon-button:hover{background:rgba(0,0,0,.2)}
.tour-foot{display:flex;align-items:center;gap:8px}.tour-foot .quiet{margin-right:auto;color:#fff;font-size:13px}
.tour .button{background:#fff;color:#2a3170}.tour .button.secondary{background:rgba(0,0,0,.25);color:#fff}
.tour-ring{position:fixed;z-index:39;border:3px solid #f0b232;border-radius:10px;pointer-events:none;box-shadow:0 0 0 4px rgba(240,178,50,.3)}
@media (prefers-reduced-motion:no-preference){.tour-ring{animation:glow 1.2s infinite alternate}@keyframes glow{to{box-shadow:0 0 0 9px rgba(240,178,50,.15)}}}
@media (prefers-reduced-motion:reduce){*{animation:none!important;transition:none!important}}
`;

/** The same on a narrow screen: what stands beside the messages slides over them. */
const SMALL = `
@media (max-width:1099px){
.people{position:fixed;right:0;top:0;bottom:0;z-index:12;display:none;box-shadow:var(--shadow)}
.people-open .people{display:block}
.people-open .veil{display:block;position:fixed;inset:0;z-index:11;background:rgba(0,0,0,.5)}
}
@media (min-width:1100px){.people-open .people{display:none}}
@media (max-width:759px){
.only-small{display:inline-grid}
.top{padding:0 4px}
.left{position:fixed;left:0;top:0;bottom:0;z-index:12;visibility:hidden;transform:translateX(-100%);transition:transform .2s,visibility .2s}
.side-open .left{visibility:visible;transform:none}
.side-open .veil{display:block;position:fixed;inset:0;z-index:11;background:rgba(0,0,0,.5)}
.message{padding-left:60px;padding-right:12px}
.message>.avatar{left:10px}
.spine::before{width:24px;margin-left:-28px}
.composer{margin:0 8px 8px}
.hint{padding-left:16px}
.welcome h2{font-size:24px}
.fields .inline{grid-column:span 6}
.option{flex-wrap:wrap;gap:0 12px}.option-about{margin-left:0;width:100%;text-align:left}
.head small{white-space:nowrap}
.tools{opacity:0}
}
@media (hover:none){.slot>.tools{position:static;width:fit-content;margin:2px 0 0 60px;border:0;background:none;opacity:1;pointer-events:auto}}
`;

/** The look of the live chat: Discord's client, light and dark, wide and narrow. */
export const LIVE_STYLE = `${COLOURS}${MESSAGES}${FRAME}${ROOM}${ABOVE}${SMALL}`;
