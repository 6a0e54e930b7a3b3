package org.gongkai.checks.css;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ContrastTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "<p style='color:#999'>看不清的文字</p>",
                "<p style='color:#777'>差一点点的文字</p>",
                "<div style='background:#333'><p style='color:#666'>深底深字</p></div>",
                "<p style='color:rgb(0 0 0/40%)'>半透明的文字</p>",
                "<div style='opacity:.4'><p>在半透明的盒子里</p></div>",
                "<div style='background:#000'><div style='background:rgb(255 255 255/40%)'>"
                        + "<p>两层背景</p></div></div>",
                "<p style='color:#fff;background:#fff'>与背景同色</p>",
                "<p style='font-size:18px;font-weight:700;color:#888'>不够大的粗体</p>",
                "<p style='font-size:24px;color:#aaa'>大字也不够</p>",
                "<p style='color:#aaa;background:linear-gradient(#fff,#eee)'>渐变上的文字</p>",
                "<a href=x style='color:#8ad'>链接</a>",
                "<button style='color:#888;background:#ddd'>按钮</button>",
                "<input value=填好的 style='color:#aaa'>",
                "<input type=submit value=提交 style='color:#aaa'>",
                "<style>::placeholder{color:#bbb}</style><input placeholder=请输入>",
                "<select style='color:#bbb'><option>选项</option></select>",
                "<details open><p style='color:#bbb'>展开的内容</p></details>",
                "<div style='visibility:hidden'><p style='visibility:visible;color:#bbb'>又可见</p></div>",
                "<p style='color:#000;-webkit-text-fill-color:#ccc'>填充色</p>",
                "<div style='position:absolute;top:0;background:#fff'><p style='color:#bbb'>浮层</p></div>",
                "<div style='height:40px;overflow:hidden'><p style='color:#bbb'>第一行</p></div>",
                "<table bgcolor=#999999><tr><td><font color=#777777>旧写法</font></table>",
                "<table bgcolor=#333333><tr><td style='color:#444'>怪异模式也一样</table>",
                "<p style='color:#bbb'>旁边有浮层</p><div style='position:fixed;right:0;top:0;"
                        + "background:red'>客服</div>"
            })
    void failsWhatCannotBeRead(String body) {
        List<Finding> findings = check(body);
        assertEquals(1, findings.size(), () -> findings.toString());
        assertTrue(findings.get(0).certain(), () -> findings.toString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<p>黑字白底</p>",
                "<p style='color:#767676'>刚好够</p>",
                "<p style='font-size:24px;color:#888'>大字</p>",
                "<p style='font-size:14pt;font-weight:bold;color:#888'>十四磅粗体</p>",
                "<h1 style='color:#888'>标题是大字</h1>",
                "<div style='background:#fff url(x.png)'><p style='background:#fff'>自有底色</p></div>",
                "<p style='background:linear-gradient(#fff,#ddd)'>浅的渐变</p>",
                "<p style='color:#bbb' hidden>隐藏</p>",
                "<p style='color:#bbb;display:none'>隐藏</p>",
                "<p style='color:#bbb;visibility:hidden'>隐藏</p>",
                "<p style='color:#bbb;opacity:0'>隐藏</p>",
                "<p style='color:#bbb;font-size:0'>隐藏</p>",
                "<p style='color:#bbb;position:absolute;left:-9999px'>移到屏幕外</p>",
                "<p style='color:#bbb;text-indent:-9999px'>移到屏幕外</p>",
                "<a href=#m style='color:#bbb;position:absolute;top:-40px'>跳到正文</a>",
                "<p style='color:#bbb;position:absolute;width:1px;height:1px;overflow:hidden'>读屏用</p>",
                "<p style='color:#bbb;position:absolute;clip:rect(0 0 0 0)'>读屏用</p>",
                "<p style='color:#bbb;position:absolute;clip-path:inset(50%)'>读屏用</p>",
                "<div style='width:0;overflow:hidden'><p style='color:#bbb'>收起的菜单</p></div>",
                "<details><summary>摘要</summary><p style='color:#bbb'>没展开</p></details>",
                "<dialog><p style='color:#bbb'>没打开</p></dialog>",
                "<template><p style='color:#bbb'>模板</p></template>",
                "<button disabled style='color:#bbb'>不能按</button>",
                "<label style='color:#bbb'>姓名 <input disabled></label>",
                "<label for=n style='color:#bbb'>姓名</label><input id=n disabled>",
                "<b id=l style='color:#bbb'>姓名</b><input aria-labelledby=l disabled>",
                "<fieldset disabled><label style='color:#bbb'>姓名 <input></label></fieldset>",
                "<div role=button aria-disabled=true style='color:#bbb'>不能按</div>",
                "<div inert><p style='color:#bbb'>不能用</p></div>",
                "<p style='color:#fff' aria-hidden=true>谁也看不到</p>",
                "<p style='color:#bbb'>　·　›　</p>",
                "<p style='color:#bbb'></p>",
                "<input type=hidden value=abc style='color:#bbb'>",
                "<svg><text fill=#bbb>图里的字</text></svg>",
                "<p style='color:#bbb'><span style='color:#000'>里面的字是黑的</span></p>",
                "<a href=x>默认的链接</a> <mark>默认的标记</mark> <button>默认的按钮</button>",
                "<input placeholder=默认的提示>"
            })
    void passesWhatCanBeReadOrNeedNotBe(String body) {
        assertEquals(List.of(), check(body));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<p style='background:url(x.png)'>图片上的文字</p>",
                "<p style='color:#fff;background:linear-gradient(#000,#fff)'>渐变上的文字</p>",
                "<p style='color:oklch(50% 0.1 20)'>算不出的颜色</p>",
                "<p style='background:color-mix(in srgb,red,blue)'>算不出的背景</p>",
                "<p style='color:#bbb;text-shadow:0 0 2px #000'>有阴影</p>",
                "<p style='color:#bbb;-webkit-text-stroke:1px #000'>有描边</p>",
                "<div style='filter:invert(1)'><p style='color:#bbb'>滤镜</p></div>",
                "<p style='color:#bbb;mix-blend-mode:difference'>混合</p>",
                "<p style='color:transparent;background:linear-gradient(red,blue);background-clip:text'>"
                        + "渐变的文字</p>",
                "<div style='position:absolute;top:0'><p style='color:#fff'>没有底色的浮层</p></div>",
                "<p style='color:#fff;transform:translateY(9px)'>移动过的文字</p>",
                "<div style='position:relative'><img alt='' style='position:absolute;top:0' src=x>"
                        + "<p style='color:#fff'>图片上的文字</p></div>",
                "<style>#a{position:relative} #a::before{content:'';position:absolute;inset:0;"
                        + "background:#000}</style><p id=a style='color:#fff'>伪元素作背景</p>",
                "<button style='color:#bbb'>X</button>",
                "<style>@container (width > 1px){p{background:#000}}</style><p style='color:#bbb'>容器</p>",
                "<link rel=stylesheet href=https://other.example/a.css><p style='color:#bbb'>外部样式</p>"
            })
    void asksAPersonWhereItCannotTell(String body) {
        List<Finding> findings = check(body);
        assertEquals(1, findings.size(), () -> findings.toString());
        assertEquals(false, findings.get(0).certain(), () -> findings.toString());
    }

    @Test
    void saysWhatIsWrongAndWhichColourWouldDo() {
        Finding finding = check("<p style='color:#999'>关于做好政务公开工作的有关通知</p>").get(0);
        assertEquals("contrast", finding.check());
        assertEquals("p", finding.element().tagName());
        assertEquals("文字“关于做好政务公开工作的有…”的颜色#999999与背景#ffffff的对比度只有2.84∶1，不到4.5∶1。", finding.what());
        assertEquals("请把文字的颜色改成#757575，或者改背景的颜色。", finding.fix());
    }

    @Test
    void ratioIsCutAndNeverRoundedUp() {
        Finding finding = check("<p style='color:#777'>四点四七</p>").get(0);
        assertTrue(finding.what().contains("只有4.47∶1"), finding.what());
    }

    @Test
    void stricterRatioCanBeAsked() {
        String body = "<p style='color:#666'>五点七</p><h1 style='color:#666'>标题</h1>";
        assertEquals(0, check(body).size());
        assertEquals(1, check(body, Medium.SCREEN, ContrastRatio.AAA).size());
        assertEquals(2, check(body, Medium.SCREEN, ContrastRatio.OWN).size());
    }

    @Test
    void looksAtThePageAsItsReaderDoes() {
        String body =
                "<style>@media (max-width:600px){p{color:#bbb}}"
                        + "@media (prefers-color-scheme:dark){p{color:#222;background:#333}}</style>"
                        + "<p>文字</p>";
        assertEquals(0, check(body).size());
        assertEquals(1, check(body, Medium.PHONE, ContrastRatio.AA).size());
        assertEquals(1, check(body, Medium.SCREEN.inDark(), ContrastRatio.AA).size());
    }

    @Test
    void findingsStandInTheOrderOfThePage() {
        List<Finding> findings =
                check("<p id=a style='color:#bbb'>一</p>二<div id=b style='color:#ccc'>三</div>");
        assertEquals(
                List.of("a", "b"), findings.stream().map(found -> found.element().id()).toList());
    }

    private static List<Finding> check(String body) {
        return check(body, Medium.SCREEN, ContrastRatio.AA);
    }

    private static List<Finding> check(String body, Medium medium, ContrastRatio ratio) {
        return new StyleChecks(medium, ratio)
                .check(Jsoup.parse("<!doctype html>" + body), href -> Optional.empty());
    }
}
