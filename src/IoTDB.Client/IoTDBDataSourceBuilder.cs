using System.Net;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace IoTDB.Client;

/// <summary>Collects what a data source needs; building it only validates.</summary>
public sealed class IoTDBDataSourceBuilder
{
    private ILoggerFactory _loggerFactory = NullLoggerFactory.Instance;
    private TimeProvider _timeProvider = TimeProvider.System;
    private Func<CancellationToken, ValueTask<string>>? _passwordProvider;

    /// <summary>Starts from a connection string.</summary>
    /// <param name="connectionString">
    /// For example <c>Host=a:6667,b:6667;Username=root;Password=…;MaxOpen=16;Tls=true</c>; keys ignore case, times carry a unit (<c>30s</c>).
    /// </param>
    /// <exception cref="ArgumentException">It cannot be read; the message lists every problem and repeats no secret.</exception>
    public IoTDBDataSourceBuilder(string connectionString)
    {
        ConnectionString parsed = ConnectionString.Parse(connectionString);
        Endpoints = parsed.Endpoints;
        Session = parsed.Session;
        Pool = parsed.Pool;
        Tls = parsed.Tls;
    }

    /// <summary>Name for metrics and logs; null means the first endpoint.</summary>
    public string? Name { get; set; }

    /// <summary>Where the nodes listen.</summary>
    public IReadOnlyList<Endpoint> Endpoints { get; set; }

    /// <summary>Login and behaviour of sessions.</summary>
    public SessionOptions Session { get; set; }

    /// <summary>Limits of the pool.</summary>
    public PoolOptions Pool { get; set; }

    /// <summary>Encryption.</summary>
    public TlsOptions Tls { get; set; }

    /// <summary>Spans show statements with their values, not with <c>?</c>; those about users are never shown. Off by default.</summary>
    public bool LogSensitiveData { get; set; }

    /// <summary>Looks up host names; null means the system.</summary>
    internal Func<string, CancellationToken, Task<IPAddress[]>>? Resolver { get; set; }

    /// <summary>Where logs go; nowhere by default.</summary>
    public IoTDBDataSourceBuilder UseLoggerFactory(ILoggerFactory loggerFactory)
    {
        ArgumentNullException.ThrowIfNull(loggerFactory);
        _loggerFactory = loggerFactory;
        return this;
    }

    /// <summary>Where time comes from; the system by default.</summary>
    public IoTDBDataSourceBuilder UseTimeProvider(TimeProvider timeProvider)
    {
        ArgumentNullException.ThrowIfNull(timeProvider);
        _timeProvider = timeProvider;
        return this;
    }

    /// <summary>Asks for the password at each login, so that it can change without a restart.</summary>
    /// <param name="provider">Called with a token that ends with <c>ConnectTimeout</c>; its failures are reported without their text.</param>
    public IoTDBDataSourceBuilder UsePasswordProvider(Func<CancellationToken, ValueTask<string>> provider)
    {
        ArgumentNullException.ThrowIfNull(provider);
        _passwordProvider = provider;
        return this;
    }

    /// <summary>Makes the data source; connects to nothing.</summary>
    /// <exception cref="ArgumentException">Options are not valid; the message lists all of them.</exception>
    public IoTDBDataSource Build() => new(Validated());

    /// <summary>Everything that would be built, checked.</summary>
    /// <exception cref="ArgumentException">Options are not valid; the message lists all of them.</exception>
    internal ClientOptions Validated()
    {
        ClientOptions options = new()
        {
            Name = Name ?? (Endpoints.Count > 0 ? Endpoints[0].ToString() : "iotdb"),
            Endpoints = Endpoint.Distinct(Endpoints, Endpoints.Count),
            Session = Session,
            Pool = Pool,
            Tls = Tls,
            LoggerFactory = _loggerFactory,
            TimeProvider = _timeProvider,
            PasswordProvider = _passwordProvider,
            LogSensitiveData = LogSensitiveData,
            Resolver = Resolver,
        };
        OptionsValidator.Validate(options);
        return options;
    }

    /// <summary>What it would build, without secrets.</summary>
    public override string ToString() =>
        $"{Name ?? "(unnamed)"}: Host={string.Join(',', Endpoints)};Username={Session.Username};Password=***;SqlDialect={Session.SqlDialect};Tls={Tls.Enabled}";
}
