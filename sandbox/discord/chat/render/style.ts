/** The look of Discord's dark client. */
export const STYLE_SHEET = `
*{box-sizing:border-box}
html{background:#313338;color-scheme:dark}
body{margin:0;color:#dbdee1;font:16px/1.375 "gg sans","Noto Sans","Helvetica Neue",Helvetica,Arial,"DejaVu Sans","Noto Color Emoji",sans-serif;-webkit-font-smoothing:antialiased}
a{color:#00a8fc;text-decoration:none}a:hover{text-decoration:underline}
p{margin:0;overflow-wrap:anywhere}
svg{fill:none;stroke:currentColor;stroke-width:2;stroke-linecap:round;stroke-linejoin:round}
.channel{position:sticky;top:0;z-index:1;display:flex;align-items:center;gap:8px;height:48px;padding:0 16px;background:#313338;border-bottom:1px solid #26282c;color:#f2f3f5;font-weight:600}
.channel span{color:#80848e;font-size:24px;font-weight:400}
.channel small{margin-left:8px;padding-left:16px;border-left:1px solid #3f4147;color:#b5bac1;font-size:14px;font-weight:400}
main{max-width:1100px;padding:0 0 24px}
.day{display:flex;align-items:center;gap:6px;margin:20px 16px 8px;color:#949ba4;font-size:12px;font-weight:600}
.day::before,.day::after{content:"";flex:1;height:1px;background:#3f4147}
.message{position:relative;margin-top:17px;padding:2px 48px 2px 72px}
.message.grouped{margin-top:0}
.message>.avatar{position:absolute;left:16px;width:40px;height:40px;margin-top:2px;border-radius:50%}
.message.ephemeral{background:rgba(88,101,242,.06);box-shadow:inset 2px 0 #5865f2;padding-top:4px;padding-bottom:6px}
.spine{position:relative;display:flex;align-items:center;gap:4px;margin-bottom:4px;color:#b5bac1;font-size:14px;line-height:18px;white-space:nowrap;overflow:hidden}
.spine::before{content:"";flex:none;width:33px;height:10px;margin:8px 0 0 -37px;border:2px solid #4e5058;border-width:2px 0 0 2px;border-top-left-radius:6px}
.message:has(>.spine) .spine{overflow:visible}
.spine .avatar{width:16px;height:16px;border-radius:50%}
.spine b{color:#dbdee1;font-weight:500}.spine b.command{color:#00a8fc}
.spine span{overflow:hidden;text-overflow:ellipsis}
.head{display:flex;align-items:center;line-height:22px}
.name{color:#f2f3f5;font-weight:500}.name.bot{color:#c9b8ff}
.app{margin-left:5px;padding:0 5px;border-radius:4px;background:#5865f2;color:#fff;font-size:10.5px;font-weight:600;line-height:15px;letter-spacing:.02em}
time{margin-left:8px;color:#949ba4;font-size:12px}
.edited{font-size:11px}
.text strong{font-weight:700;color:#f2f3f5}
.text h1,.text h2,.text h3{margin:8px 0 4px;color:#f2f3f5;font-weight:700;line-height:1.3}
.text h1{font-size:24px}.text h2{font-size:20px}.text h3{font-size:16px}
.text small{display:block;color:#949ba4;font-size:13px}
.text li{margin-left:20px;padding-left:2px}.text li.deep{margin-left:40px;list-style:circle}
.text blockquote{margin:0;padding-left:12px;border-left:4px solid #4e5058;min-height:1.375em}
code{padding:1px 4px;border-radius:4px;background:#1e1f22;font:85% Consolas,Menlo,"DejaVu Sans Mono",monospace}
pre{margin:6px 0 0;max-width:90%}pre code{display:block;padding:8px;border:1px solid #26282c;font-size:14px;white-space:pre-wrap}
.mention{padding:0 2px;border-radius:3px;background:rgba(88,101,242,.3);color:#c9cdfb;font-weight:500}
.stamp{border-radius:3px;background:rgba(255,255,255,.06)}
.spoiler{border-radius:4px;background:#1e1f22;color:transparent}
.thinking{color:#949ba4}.thinking i{display:inline-block;width:7px;height:7px;margin-right:3px;border-radius:50%;background:#949ba4}
.photo{margin-top:4px}.photo img{display:block;max-width:550px;max-height:350px;width:auto;height:auto;border-radius:8px}
.file{display:flex;align-items:center;gap:10px;width:432px;max-width:100%;margin-top:4px;padding:14px;border:1px solid #26282c;border-radius:8px;background:#2b2d31}
.file svg{width:30px;height:36px;color:#a9b0ff;stroke-width:1.5}.file small{display:block;color:#949ba4;font-size:12px}
.embed{display:grid;grid-template-columns:minmax(0,1fr) auto;width:fit-content;max-width:520px;margin-top:4px;padding:2px 16px 16px 12px;border-left:4px solid;border-radius:4px;background:#2b2d31;font-size:14px;line-height:18px}
.embed .said{min-width:0}
.author{display:flex;align-items:center;gap:8px;margin-top:8px;color:#f2f3f5;font-weight:600}.author a,.title{color:#f2f3f5}
.author img,.embed footer img{width:24px;height:24px;border-radius:50%;object-fit:cover}
.title{margin-top:8px;font-size:16px;line-height:1.375;font-weight:600}.title a{color:#00a8fc}
.embed .said>.text{margin-top:8px}
.fields{display:grid;grid-template-columns:repeat(12,1fr);gap:8px;margin-top:8px}
.fields b{display:block;margin-bottom:2px;color:#f2f3f5;font-weight:600}
.fields .whole{grid-column:1/-1}.fields .inline{grid-column:span 4;min-width:0}
.thumb{margin:8px 0 0 16px}.thumb img{display:block;max-width:80px;max-height:80px;width:auto;height:auto;border-radius:4px}
.big{grid-column:1/-1;margin-top:16px}.big img{display:block;max-width:100%;max-height:420px;width:auto;height:auto;border-radius:4px}
.embed footer{grid-column:1/-1;display:flex;align-items:center;gap:8px;margin-top:8px;color:#b5bac1;font-size:12px;line-height:16px;font-weight:500}
.embed footer img{width:20px;height:20px}
.elsewhere{display:inline-block;padding:10px 14px;border:1px dashed #4e5058;border-radius:6px;color:#949ba4;font-size:12px}
.thumb .elsewhere,.author .elsewhere,footer .elsewhere{width:80px;height:80px;padding:14px 6px;font-size:10px;line-height:13px;text-align:center;overflow:hidden}.author .elsewhere,footer .elsewhere{display:none}
.container{display:flex;flex-direction:column;gap:8px;width:fit-content;min-width:min(432px,100%);max-width:600px;margin-top:4px;padding:16px;border:1px solid #26282c;border-radius:8px;background:#2b2d31}
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
hr{width:100%;max-width:600px;height:1px;margin:8px 0;border:0;background:#3f4147}
hr.large{margin:12px 0}hr.clear{background:none}
.veiled{position:relative;overflow:hidden;border-radius:8px;background:#1e1f22}.veiled>*{visibility:hidden}
.veiled::after{content:"SPOILER";position:absolute;inset:0;display:flex;align-items:center;justify-content:center;color:#f2f3f5;font-size:15px;font-weight:600}
.row{display:flex;flex-wrap:wrap;gap:8px;margin-top:8px}
.button{display:inline-flex;align-items:center;justify-content:center;gap:6px;min-width:60px;height:32px;padding:0 14px;border-radius:8px;color:#fff;background:#4e5058;font-size:14px;font-weight:500}
.button.primary{background:#5865f2}.button.success{background:#248046}.button.danger{background:#da373c}
.button .opens{width:15px;height:15px}.off{opacity:.5}
.select{display:flex;align-items:center;justify-content:space-between;width:400px;max-width:100%;height:40px;padding:0 10px;border:1px solid #26282c;border-radius:8px;background:#1e1f22;color:#949ba4}
.select.chosen{color:#dbdee1}.select span{overflow:hidden;text-overflow:ellipsis;white-space:nowrap}.select .arrow{flex:none;width:20px;height:20px}
.only{display:flex;align-items:center;gap:4px;margin-top:5px;color:#949ba4;font-size:12px}.only svg{width:15px;height:15px}
.write{margin:24px 16px 0;padding:11px 16px;border-radius:8px;background:#383a40;color:#6d6f78}
`;
