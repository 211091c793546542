/** The colours of Discord's client, light and dark; `color-scheme` says which. All texts have the contrast of WCAG AA. */
export const COLOURS = `
:root{
--ground:light-dark(#ffffff,#313338);
--side:light-dark(#f2f3f5,#2b2d31);
--rail:light-dark(#e3e5e8,#1e1f22);
--card:light-dark(#f2f3f5,#2b2d31);
--raised:light-dark(#ffffff,#232428);
--field:light-dark(#ebedef,#383a40);
--well:light-dark(#e3e5e8,#1e1f22);
--edge:light-dark(#d9dbe0,#232428);
--rule:light-dark(#d4d7dc,#3f4147);
--quote:light-dark(#c4c9ce,#4e5058);
--ink:light-dark(#2e3338,#dbdee1);
--strong:light-dark(#060607,#f2f3f5);
--quiet:light-dark(#565c66,#a6adb6);
--link:light-dark(#0060b8,#2aaefc);
--bot:light-dark(#5a32c8,#c9b8ff);
--brand:#4f5bd5;
--brand-wash:light-dark(rgba(88,101,242,.09),rgba(88,101,242,.08));
--mention:light-dark(rgba(88,101,242,.16),rgba(88,101,242,.3));
--mention-ink:light-dark(#3b44a8,#cfd3fc);
--grey:light-dark(#6d6f78,#4e5058);
--green:#1f7a3d;
--red:#ca2f33;
--hover:light-dark(rgba(6,6,7,.04),rgba(2,2,2,.09));
--lit:light-dark(rgba(78,80,88,.12),rgba(78,80,88,.5));
--shadow:light-dark(0 8px 24px rgba(20,22,30,.18),0 8px 24px rgba(0,0,0,.45));
}
`;

/** The look of the messages of Discord's client. */
export const MESSAGES = `
*{box-sizing:border-box}
body{margin:0;background:var(--ground);color:var(--ink);font:16px/1.375 "gg sans","Noto Sans","Helvetica Neue",Helvetica,Arial,"DejaVu Sans","Noto Color Emoji",sans-serif;-webkit-font-smoothing:antialiased}
a{color:var(--link);text-decoration:none}a:hover{text-decoration:underline}
p{margin:0;overflow-wrap:anywhere}
svg{fill:none;stroke:currentColor;stroke-width:2;stroke-linecap:round;stroke-linejoin:round}
.day{display:flex;align-items:center;gap:6px;margin:20px 16px 8px;color:var(--quiet);font-size:12px;font-weight:600}
.day::before,.day::after{content:"";flex:1;height:1px;background:var(--rule)}
.message{position:relative;margin-top:17px;padding:2px 48px 2px 72px}
.message.grouped{margin-top:0}
.message>.avatar{position:absolute;left:16px;width:40px;height:40px;margin-top:2px;border-radius:50%}
.message.ephemeral{background:var(--brand-wash);box-shadow:inset 2px 0 var(--brand);padding-top:4px;padding-bottom:6px}
.spine{position:relative;display:flex;align-items:center;gap:4px;margin-bottom:4px;color:var(--quiet);font-size:14px;line-height:18px;white-space:nowrap;overflow:hidden}
.spine::before{content:"";flex:none;width:33px;height:10px;margin:8px 0 0 -37px;border:2px solid var(--quote);border-width:2px 0 0 2px;border-top-left-radius:6px}
.message:has(>.spine) .spine{overflow:visible}
.spine .avatar{width:16px;height:16px;border-radius:50%}
.spine b{color:var(--ink);font-weight:500}.spine b.command{color:var(--link)}
.spine span{overflow:hidden;text-overflow:ellipsis}
.head{display:flex;align-items:center;line-height:22px}
.name{color:var(--strong);font-weight:500}.name.bot{color:var(--bot)}
.app{margin-left:5px;padding:0 5px;border-radius:4px;background:var(--brand);color:#fff;font-size:10.5px;font-weight:600;line-height:15px;letter-spacing:.02em}
.head small{margin-left:8px;color:var(--quiet);font-size:12px}
.edited{font-size:11px}
.text strong{font-weight:700;color:var(--strong)}
.text h1,.text h2,.text h3{margin:8px 0 4px;color:var(--strong);font-weight:700;line-height:1.3}
.text h1{font-size:24px}.text h2{font-size:20px}.text h3{font-size:16px}
.text small{display:block;color:var(--quiet);font-size:13px}
.text ul,.text ol{margin:4px 0 0;padding-left:20px}.text li{padding-left:2px}.text li.deep{margin-left:20px;list-style:circle}
.text blockquote{margin:0;padding-left:12px;border-left:4px solid var(--quote);min-height:1.375em}
code{padding:1px 4px;border-radius:4px;background:var(--well);font:85% Consolas,Menlo,"DejaVu Sans Mono",monospace}
pre{margin:6px 0 0;max-width:90%}pre code{display:block;padding:8px;border:1px solid var(--edge);font-size:14px;white-space:pre-wrap}
.mention{padding:0 2px;border-radius:3px;background:var(--mention);color:var(--mention-ink);font-weight:500}
.stamp{border-radius:3px;background:var(--hover)}
.spoiler{border-radius:4px;background:var(--well);color:transparent}
.thinking{color:var(--quiet)}.thinking i{display:inline-block;width:7px;height:7px;margin-right:3px;border-radius:50%;background:var(--quiet)}
.photo{margin-top:4px}.photo img{display:block;max-width:min(550px,100%);max-height:350px;width:auto;height:auto;border-radius:8px}
.file{display:flex;align-items:center;gap:10px;width:432px;max-width:100%;margin-top:4px;padding:14px;border:1px solid var(--edge);border-radius:8px;background:var(--card)}
.file svg{width:30px;height:36px;color:var(--quiet);stroke-width:1.5}.file small{display:block;color:var(--quiet);font-size:12px}.file a{overflow-wrap:anywhere}
.embed{display:grid;grid-template-columns:minmax(0,1fr) auto;width:fit-content;max-width:min(520px,100%);margin-top:4px;padding:2px 16px 16px 12px;border-left:4px solid var(--tint,var(--quote));border-radius:4px;background:var(--card);font-size:14px;line-height:18px}
.embed .said{min-width:0}
.author{display:flex;align-items:center;gap:8px;margin-top:8px;color:var(--strong);font-weight:600}.author a,.title{color:var(--strong)}
.author img,.embed .footer img{width:24px;height:24px;border-radius:50%;object-fit:cover}
.title{margin-top:8px;font-size:16px;line-height:1.375;font-weight:600}.title a{color:var(--link)}
.embed .said>.text{margin-top:8px}
.fields{display:grid;grid-template-columns:repeat(12,1fr);gap:8px;margin-top:8px}
.fields b{display:block;margin-bottom:2px;color:var(--strong);font-weight:600}
.fields .whole{grid-column:1/-1}.fields .inline{grid-column:span 4;min-width:0}
.thumb{margin:8px 0 0 16px}.thumb img{display:block;max-width:80px;max-height:80px;width:auto;height:auto;border-radius:4px}
.big{grid-column:1/-1;margin-top:16px}.big img{display:block;max-width:100%;max-height:420px;width:auto;height:auto;border-radius:4px}
.embed .footer{grid-column:1/-1;display:flex;align-items:center;gap:8px;margin-top:8px;color:var(--quiet);font-size:12px;line-height:16px;font-weight:500}
.embed .footer img{width:20px;height:20px}
.elsewhere{display:inline-block;padding:10px 14px;border:1px dashed var(--quote);border-radius:6px;color:var(--quiet);font-size:12px}
.thumb .elsewhere{width:80px;height:80px;padding:14px 6px;font-size:10px;line-height:13px;text-align:center;overflow:hidden}.author .elsewhere,.footer .elsewhere{display:none}
.container{display:flex;flex-direction:column;gap:8px;width:fit-content;min-width:min(432px,100%);max-width:min(600px,100%);margin-top:4px;padding:16px;border:1px solid var(--edge);border-radius:8px;background:var(--card)}
.container.tinted{border-left:4px solid var(--tint)}
.container>*{margin-top:0}.container>hr{margin:4px 0}.container>hr.large{margin:12px 0}
.section{display:flex;align-items:flex-start;justify-content:space-between;gap:16px;max-width:600px;margin-top:4px}
.section .said{display:flex;flex-direction:column;gap:4px;min-width:0}
.section .said>.text>:first-child{margin-top:0}
.section .beside{flex:none}
.section .thumb{margin:0}.section .thumb img{max-width:85px;max-height:85px;border-radius:8px}
.gallery{display:grid;grid-template-columns:repeat(auto-fit,minmax(120px,1fr));gap:4px;max-width:550px;margin-top:4px}
.gallery.one{display:block}
.gallery .item{border-radius:8px;overflow:hidden}.gallery .item img{display:block;width:100%;height:100%;max-height:350px;object-fit:cover}
.gallery.one .item img{width:auto;height:auto;max-width:100%;border-radius:8px}
.gallery .elsewhere{display:flex;align-items:center;justify-content:center;width:100%;min-height:96px}
hr{width:100%;max-width:600px;height:1px;margin:8px 0;border:0;background:var(--rule)}
hr.large{margin:12px 0}hr.clear{background:none}
.veiled{position:relative;overflow:hidden;border-radius:8px;background:var(--well)}.veiled>*{visibility:hidden}
.veiled::after{content:"SPOILER";position:absolute;inset:0;display:flex;align-items:center;justify-content:center;color:var(--strong);font-size:15px;font-weight:600}
.row{display:flex;flex-wrap:wrap;gap:8px;margin-top:8px}
.button{display:inline-flex;align-items:center;justify-content:center;gap:6px;min-width:60px;min-height:32px;padding:2px 14px;border:0;border-radius:8px;color:#fff;background:var(--grey);font-family:inherit;font-size:14px;font-weight:500;line-height:18px}
.button.primary{background:var(--brand)}.button.success{background:var(--green)}.button.danger{background:var(--red)}
.button .opens{width:15px;height:15px}.off{opacity:.5}
.select{display:flex;align-items:center;justify-content:space-between;width:400px;max-width:100%;height:40px;padding:0 10px;border:1px solid var(--edge);border-radius:8px;background:var(--well);color:var(--quiet);font:inherit;text-align:left}
.select.chosen{color:var(--ink)}.select span{overflow:hidden;text-overflow:ellipsis;white-space:nowrap}.select .arrow{flex:none;width:20px;height:20px}
.reactions{display:flex;flex-wrap:wrap;gap:4px;margin-top:6px}
.reaction{display:inline-flex;align-items:center;gap:6px;min-height:26px;padding:0 8px;border:1px solid transparent;border-radius:8px;background:var(--card);color:var(--quiet);font-family:inherit;font-size:14px;font-weight:600;line-height:20px}
.reaction.own{border-color:var(--brand);background:var(--brand-wash);color:var(--mention-ink)}
.only{display:flex;align-items:center;flex-wrap:wrap;gap:4px;margin-top:5px;color:var(--quiet);font-size:12px}.only svg{width:15px;height:15px}
`;

/** The look of a drawn chat: Discord's dark client. */
export const STYLE_SHEET = `${COLOURS}${MESSAGES}
:root{color-scheme:dark}
.channel{position:sticky;top:0;z-index:1;display:flex;align-items:center;gap:8px;height:48px;padding:0 16px;background:var(--ground);border-bottom:1px solid var(--edge);color:var(--strong);font-weight:600}
.channel span{color:var(--quiet);font-size:24px;font-weight:400}
.channel small{margin-left:8px;padding-left:16px;border-left:1px solid var(--rule);color:var(--quiet);font-size:14px;font-weight:400}
main{max-width:1100px;padding:0 0 24px}
.write{margin:24px 16px 0;padding:11px 16px;border-radius:8px;background:var(--field);color:var(--quiet)}
`;
