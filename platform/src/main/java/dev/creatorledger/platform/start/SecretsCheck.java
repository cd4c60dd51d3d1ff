package dev.creatorledger.platform.start;

import dev.creatorledger.platform.person.MasterKey;
import dev.creatorledger.platform.person.MasterKeyException;
import dev.creatorledger.platform.person.PersonSettings;
import dev.creatorledger.platform.security.IssuerSettings;
import java.util.ArrayList;
import java.util.List;
import org.springframework.core.env.Environment;

/** Whether the master key of personal data and the issuer of tokens are named. */
public final class SecretsCheck implements StartCheck {

    /** Looks at settings and files alone. */
    public SecretsCheck() {}

    @Override
    public List<String> missing(Environment environment) {
        List<String> missing = new ArrayList<>();
        try {
            MasterKey.configured(environment, Settings.of(environment, PersonSettings.class));
        } catch (MasterKeyException e) {
            missing.add(String.valueOf(e.getMessage()));
        }
        missing.addAll(Settings.of(environment, IssuerSettings.class).missing());
        return missing;
    }
}
