package org.gongkai;

/** Is told how far a build is, from any thread. */
public interface Progress {
    /** One that nobody watches. */
    Progress UNWATCHED =
            new Progress() {
                @Override
                public void begins(Stage stage) {
                    // Nobody watches.
                }

                @Override
                public void ends(Stage stage) {
                    // Nobody watches.
                }

                @Override
                public void done(int parts, int all) {
                    // Nobody watches.
                }
            };

    /** The stages of a build, in the order in which they are told; some run at the same time. */
    enum Stage {
        CONTENT("读取和检查内容"),
        PAGES("生成和检查网页"),
        SEARCH("建立检索"),
        DATA("写数据文件"),
        LINKS("核对网页之间的链接"),
        EXCHANGE("换上新网站");

        private final String label;

        Stage(String label) {
            this.label = label;
        }

        /** What it is called in a message. */
        public String label() {
            return label;
        }
    }

    /** A stage begins; others may run beside it. */
    void begins(Stage stage);

    /** A stage has ended. */
    void ends(Stage stage);

    /** So many parts of the first stage that runs are done. */
    void done(int parts, int all);
}
