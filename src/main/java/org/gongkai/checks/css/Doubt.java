package org.gongkai.checks.css;

/** Why only a person can tell what is behind a text. */
enum Doubt {
    IMAGE("背景是图片"),
    GRADIENT("背景是渐变色"),
    COLOUR("颜色的写法无法计算"),
    SHADOW("文字有阴影"),
    STROKE("文字有描边"),
    FILTER("用了滤镜、混合或遮罩"),
    MOVED("文字可能落在别的背景上"),
    COVERED("文字可能与别的内容重叠"),
    CUT_OFF("文字可能被裁掉"),
    SINGLE("只有一个字符"),
    SHEETS("有的样式文件没有读到，或者用了无法判断的条件");

    private final String reason;

    Doubt(String reason) {
        this.reason = reason;
    }

    /** The reason in words, half a sentence. */
    String reason() {
        return reason;
    }
}
