package dev.creatorledger.standalone.demo;

import dev.creatorledger.platform.security.EmbeddedIssuer;
import dev.creatorledger.platform.security.Grant;
import dev.creatorledger.platform.security.Role;
import dev.creatorledger.query.panel.page.PanelSettings;
import dev.creatorledger.standalone.process.LedgerProcess;
import java.io.IOException;
import java.io.PrintStream;

/** Tells where the panel is, and what to sign in with. */
final class DemoPanel {

    private DemoPanel() {}

    /**
     * Prints the panel's address, and a token of a creator and one of an auditor.
     *
     * @throws IOException if the key that signs tokens cannot be read
     */
    static void print(LedgerProcess process, DemoChannel channel, PrintStream out) throws IOException {
        EmbeddedIssuer issuer = EmbeddedIssuer.of(process.data());
        out.println("The panel is at " + process.address() + PanelSettings.PATH + "; sign in with a token:");
        out.println("as the creator of " + channel.title() + " (" + channel.id() + ")");
        out.println(issuer.token(Grant.of(Role.CREATOR, channel.id())));
        out.println("as an auditor");
        out.println(issuer.token(Grant.of(Role.AUDITOR)));
    }
}
