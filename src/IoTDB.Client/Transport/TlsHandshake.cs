using System.Net.Security;
using System.Security.Authentication;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace IoTDB.Client;

/// <summary>The client's side of TLS: 1.2 or later, chain and name checked, never a fallback to plain text.</summary>
internal static class TlsHandshake
{
    /// <exception cref="IoTDBTlsException">No agreement; the message says why and what to change.</exception>
    /// <exception cref="TlsUnansweredException">The token was cancelled meanwhile.</exception>
    public static async ValueTask<SslStream> RunAsync(Stream plain, Endpoint endpoint, TlsOptions options, CancellationToken cancellationToken)
    {
        string host = options.ServerName ?? endpoint.Host;
        SslPolicyErrors problems = SslPolicyErrors.None;
        SslStream secure = new(plain, leaveInnerStreamOpen: false);
        try
        {
            X509Certificate2Collection? authorities = options.CaFile is null ? null : Load(options.CaFile);
            SslClientAuthenticationOptions authentication = new()
            {
                TargetHost = host,
                EnabledSslProtocols = SslProtocols.None, // the system's choice, which is 1.2 or later
                CertificateRevocationCheckMode = options.CheckRevocation ? X509RevocationMode.Online : X509RevocationMode.NoCheck,
                ClientCertificates = ClientCertificates(options),
                RemoteCertificateValidationCallback = (sender, certificate, chain, errors) =>
                {
                    problems = Remaining(certificate, errors, authorities, options);
                    return options.DangerousAcceptAnyCertificate
                        || (options.ValidateServerCertificate?.Invoke(sender, certificate, chain, errors) ?? problems == SslPolicyErrors.None);
                },
            };
            await secure.AuthenticateAsClientAsync(authentication, cancellationToken).ConfigureAwait(false);
            return secure;
        }
        catch (Exception failure)
        {
            await secure.DisposeAsync().ConfigureAwait(false);
            if (failure is OperationCanceledException interrupted)
            {
                throw new TlsUnansweredException(interrupted);
            }

            throw new IoTDBTlsException($"TLS with {endpoint} failed: {Explain(failure, problems, host)}.", failure)
            {
                Endpoint = endpoint,
                Outcome = Outcome.NotSent,
            };
        }
    }

    private static SslPolicyErrors Remaining(
        X509Certificate? certificate, SslPolicyErrors errors, X509Certificate2Collection? authorities, TlsOptions options)
    {
        if (authorities is null || certificate is null || (errors & SslPolicyErrors.RemoteCertificateChainErrors) == 0)
        {
            return errors;
        }

        using X509Chain chain = new();
        chain.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        chain.ChainPolicy.CustomTrustStore.AddRange(authorities);
        chain.ChainPolicy.RevocationMode = options.CheckRevocation ? X509RevocationMode.Online : X509RevocationMode.NoCheck;
        using X509Certificate2 leaf = X509CertificateLoader.LoadCertificate(certificate.Export(X509ContentType.Cert));
        return chain.Build(leaf) ? errors & ~SslPolicyErrors.RemoteCertificateChainErrors : errors;
    }

    private static X509CertificateCollection? ClientCertificates(TlsOptions options)
    {
        if (options.ClientCertificate is { } given)
        {
            return [given];
        }

        return options.ClientCertificateFile is null
            ? null
            : [X509Certificate2.CreateFromPemFile(options.ClientCertificateFile, options.ClientKeyFile)];
    }

    private static X509Certificate2Collection Load(string file)
    {
        X509Certificate2Collection certificates = [];
        certificates.ImportFromPemFile(file);
        return certificates;
    }

    private static string Explain(Exception failure, SslPolicyErrors problems, string host) => failure switch
    {
        CryptographicException or IOException { InnerException: null } and (FileNotFoundException or DirectoryNotFoundException) =>
            $"a certificate file cannot be read ({failure.Message})",
        AuthenticationException when (problems & SslPolicyErrors.RemoteCertificateNameMismatch) != 0 =>
            $"the server's certificate is not for '{host}'; set ServerName to the name it carries",
        AuthenticationException when (problems & SslPolicyErrors.RemoteCertificateChainErrors) != 0 =>
            "no trusted authority vouches for the server's certificate, or it is not valid now; set CaFile to the authority's PEM file",
        IOException => "the other side closed the connection; does the server have TLS on",
        _ => failure.Message.TrimEnd('.'),
    };
}
